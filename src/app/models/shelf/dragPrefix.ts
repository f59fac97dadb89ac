/** How `data-drop` of an element begins that is an example of the shelf; its id follows. */
export const dragPrefix = 'example:';
