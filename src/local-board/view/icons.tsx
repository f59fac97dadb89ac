/** Icons from Mirotone (MIT), painted in the colour of the text around them. */

import line from 'mirotone/dist/icons/board-objects/arrow-line.svg?url';
import card from 'mirotone/dist/icons/board-objects/card.svg?url';
import edit from 'mirotone/dist/icons/board-objects/edit.svg?url';
import frame from 'mirotone/dist/icons/board-objects/frame.svg?url';
import rectangle from 'mirotone/dist/icons/board-objects/rectangle.svg?url';
import shapes from 'mirotone/dist/icons/board-objects/shapes.svg?url';
import sticky from 'mirotone/dist/icons/board-objects/sticky.svg?url';
import text from 'mirotone/dist/icons/board-objects/text.svg?url';
import timer from 'mirotone/dist/icons/board-objects/timer.svg?url';
import image from 'mirotone/dist/icons/objects/image.svg?url';
import link from 'mirotone/dist/icons/objects/link.svg?url';
import map from 'mirotone/dist/icons/objects/map.svg?url';
import play from 'mirotone/dist/icons/objects/play.svg?url';
import settings from 'mirotone/dist/icons/objects/settings.svg?url';
import tag from 'mirotone/dist/icons/objects/tag.svg?url';
import vote from 'mirotone/dist/icons/objects/thumbs-up.svg?url';
import trash from 'mirotone/dist/icons/objects/trash.svg?url';
import upload from 'mirotone/dist/icons/objects/upload.svg?url';
import alignLeft from 'mirotone/dist/icons/symbols/align-left.svg?url';
import toBack from 'mirotone/dist/icons/symbols/arrow-down.svg?url';
import arrow from 'mirotone/dist/icons/symbols/arrow-right.svg?url';
import toFront from 'mirotone/dist/icons/symbols/arrow-up.svg?url';
import back from 'mirotone/dist/icons/symbols/back-1.svg?url';
import bold from 'mirotone/dist/icons/symbols/bold-bui.svg?url';
import check from 'mirotone/dist/icons/symbols/checkbox.svg?url';
import close from 'mirotone/dist/icons/symbols/close.svg?url';
import cursor from 'mirotone/dist/icons/symbols/cursor.svg?url';
import download from 'mirotone/dist/icons/symbols/download.svg?url';
import duplicate from 'mirotone/dist/icons/symbols/duplicate.svg?url';
import fit from 'mirotone/dist/icons/symbols/fit.svg?url';
import group from 'mirotone/dist/icons/symbols/group.svg?url';
import hand from 'mirotone/dist/icons/symbols/hand.svg?url';
import layers from 'mirotone/dist/icons/symbols/layers.svg?url';
import minus from 'mirotone/dist/icons/symbols/minus.svg?url';
import more from 'mirotone/dist/icons/symbols/more.svg?url';
import plus from 'mirotone/dist/icons/symbols/plus.svg?url';
import redo from 'mirotone/dist/icons/symbols/redo.svg?url';
import rotate from 'mirotone/dist/icons/symbols/refresh.svg?url';
import undo from 'mirotone/dist/icons/symbols/undo.svg?url';
import ungroup from 'mirotone/dist/icons/symbols/ungroup.svg?url';
import warning from 'mirotone/dist/icons/symbols/warning.svg?url';
import type { JSX } from 'preact';

const sources = {
  back,
  image,
  play,
  link,
  tag,
  card,
  line,
  shapes,
  group,
  ungroup,
  layers,
  map,
  toFront,
  toBack,
  alignLeft,
  arrow,
  bold,
  check,
  rotate,
  close,
  cursor,
  download,
  duplicate,
  edit,
  fit,
  frame,
  hand,
  minus,
  more,
  plus,
  rectangle,
  redo,
  settings,
  sticky,
  text,
  timer,
  trash,
  undo,
  upload,
  vote,
  warning,
} as const;

export type IconName = keyof typeof sources;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return <span class="icon" aria-hidden="true" style={{ maskImage: `url("${sources[name]}")` }} />;
}
