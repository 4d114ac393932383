/** Where the base remembers which rows are sample data. */
export const sampleRowsKey = 'sampleRows'
