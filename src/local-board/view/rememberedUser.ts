/** Who was here last in this browser. One that keeps nothing, or may not, makes everybody a guest. */
export function rememberedUser(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
  return {
    read(): string | null {
      try {
        return storage().getItem('user');
      } catch {
        return null;
      }
    },
    write(user: string): void {
      try {
        storage().setItem('user', user);
      } catch {
        // Only addresses without a name need it.
      }
    },
  };
}
