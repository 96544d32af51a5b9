/** Whether a text from outside can be an id of one of our rows; anything else would be a fault inside a statement. */
export const isRowId = (text: string): boolean => /^[1-9][0-9]{0,17}$/.test(text);
