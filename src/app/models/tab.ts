/** The four places of the panel. Any of them can be opened at any time. */
export type Tab = 'write' | 'talk' | 'compare' | 'export';
