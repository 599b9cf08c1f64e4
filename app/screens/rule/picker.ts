/** What a field that is searched needs, whether its list opens below it or stands there, and what of it fits. */
import { createContext, useContext } from "react";

export type PickerOption = { value: string; label: string; /** Beside the label, such as "112 orders". */ beside?: string; group?: string };

export type PickerProps = {
  label: string;
  labelHidden?: boolean;
  value: string;
  options: readonly PickerOption[];
  onChange: (value: string) => void;
  /** For a list of values: what is chosen is taken over, and the field is empty again. */
  clearAfter?: boolean;
  freeText?: boolean;
  placeholder?: string | undefined;
  error?: string | undefined;
  helpText?: string | undefined;
  id?: string;
};

const SHOWN = 60;

/** In a popover, lists do not open over it but stand in it; `onChosen` once something was chosen there. Null outside of one. */
export const InPopover = createContext<{ onChosen: () => void } | null>(null);
export const useInPopover = () => useContext(InPopover);

export const fittingOptions = (options: readonly PickerOption[], words: string): PickerOption[] => options.filter(({ label, group = "" }) => `${label} ${group}`.toLowerCase().includes(words)).slice(0, SHOWN);

export function sections(options: readonly PickerOption[]): { group: string; members: PickerOption[] }[] {
  return [...Map.groupBy(options, ({ group = "" }) => group)].map(([group, members]) => ({ group, members }));
}
