/** Cells and lines of CSV files. No cell can become a formula in a spreadsheet. */

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** An apostrophe before what a spreadsheet would calculate, as OWASP advises. */
export const csvCell = (text: string): string => `"${(/^[\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
