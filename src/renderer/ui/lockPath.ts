/** A padlock in a box of 16. */
export const lockPath = 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5'
