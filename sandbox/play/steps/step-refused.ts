/** A step that cannot be done in the world as it is now, such as paying an order that does not exist: the script is wrong. */
export class StepRefused extends Error {}
