/** A picture as it is read: how large it is and, where it can be had, the file. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture's bytes and what they are. */
export interface PictureFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Picture extends Size {
  /** Missing where its address lets pages show it but not read it. */
  readonly file?: PictureFile;
}
