/** What the connection page shows. */

export type Preference = { name: string; text: string; /** Null: nothing to judge. */ good: boolean | null };

export type ConnectedView = {
  state: "active" | "parked";
  company: string;
  facts: { label: string; value: string }[];
  /** Why it is paused, in words; null while it works. */
  reason: string | null;
  preferences: Preference[];
  /** True when a preference should be changed. */
  needsChange: boolean;
};

export type ConnectionView = ConnectedView | { state: "none"; shop: string; /** There was a connection before. */ ended: boolean };

export type DisconnectAnswer = { kind: "disconnected"; confirmed: boolean } | { kind: "failed" };
