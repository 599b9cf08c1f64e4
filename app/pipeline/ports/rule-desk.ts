/** The rule desk port: a shop's draft of its rules, its published versions, and what they did. Built per shop; what is published changes nothing that was posted. */
import type { BackTest } from "#app/domain/back-test/back-test.ts";
import type { AskedNames } from "#app/domain/rules/lint/asked-names.ts";
import type { KnownNames } from "#app/domain/rules/lint/dangling.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Instant } from "./repositories.ts";

/** What somebody is working on. Where nobody is, the published rules, as revision 0. */
export type RuleDraft = {
  rules: Rule[];
  /** The published version that the draft began with. */
  basedOn: number;
  /** Grows with every save, so that two people notice each other. */
  revision: number;
  savedAt: Instant | null;
};

export type RuleVersion = {
  version: number;
  publishedAt: Instant | null;
  /** The person's id at Shopify; null for what set-up published. */
  publishedBy: string | null;
  /** Null for versions that are older than the choice. */
  unsentToo: boolean | null;
  ruleCount: number;
};

/** Of the orders processed lately, by a rule's title. */
export type RuleHits = ReadonlyMap<string, { count: number; last: Instant }>;

/** The latest orders, ready to be asked about. `names`: what the company has, as far as it is known. */
export type ShopBackTest = { backTest: BackTest; names: KnownNames; /** Names of accounts that hold income. */ incomeAccounts: ReadonlySet<string> };

export interface RuleDesk {
  /** Kept for a while, so that asking with every key that somebody presses reads next to nothing. `order`: the name of one that has to be as it is now, if it is among the latest. */
  backTest(order?: string): Promise<ShopBackTest>;
  /** What QuickBooks has of the items and customers that these rules name. Kept for a while; what is not answered soon, or at all, counts as not asked. */
  askNames(rules: readonly Rule[]): Promise<AskedNames>;
  draft(): Promise<RuleDraft>;
  /** The new revision; null when somebody else saved meanwhile. `by`: the person's id at Shopify. */
  saveDraft(rules: readonly Rule[], expected: number, by: string | null): Promise<number | null>;
  /** False when somebody else saved meanwhile. */
  discardDraft(expected: number): Promise<boolean>;
  /**
   * The draft becomes the rules of new orders; the new version, or null when somebody else saved meanwhile or there is no draft.
   * `unsentToo`: orders of which nothing was sent are looked at again.
   */
  publishDraft(expected: number, choice: { unsentToo: boolean; by: string | null }): Promise<number | null>;
  /** Newest first, at most a hundred. */
  versions(): Promise<RuleVersion[]>;
  /** Null where there is no such version. */
  version(version: number): Promise<Rule[] | null>;
  /** In the last thirty days. */
  hits(): Promise<RuleHits>;
}
