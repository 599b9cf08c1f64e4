/** The value that so large a share of the values does not exceed. */
export const percentile = (values: readonly number[], share: number): number => [...values].sort((left, right) => left - right)[Math.ceil(values.length * share) - 1] ?? 0;
