/** A world: one seed's shops, companies and app, and what is known of them. */
import type { PrismaClient } from "#app/database/client.ts";
import type { FailpointName } from "#app/pipeline/failpoints.ts";
import type { Random } from "#sandbox/chance/seeded-random.ts";
import type { ArmedFault } from "#sandbox/quickbooks/api/planned-faults.ts";
import type { Coverage } from "../faults/coverage.ts";
import type { PipelineStep } from "../faults/pipeline-step.ts";
import type { Violation } from "../oracle/evidence.ts";
import type { TenantStory } from "../oracle/story.ts";
import type { AppProcess } from "./app-process.ts";
import type { EventLog } from "./event-log.ts";
import type { LogCapture } from "./log-capture.ts";
import type { PostOffice } from "./post-office.ts";
import type { Simulators } from "./simulators.ts";
import type { Tenant } from "./tenant.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** `step`: where it strikes, null where only the request can tell; `since`: requests the company had seen when the fault was planned; `counted`: strikes that are in the summary. */
export type PlannedTrouble = { kind: string; armed: ArmedFault; step: PipelineStep | null; since: number; counted: number };

export type Member = {
  tenant: Tenant;
  story: TenantStory;
  /** The company applies credit or payments by itself. */
  autoApplies: boolean;
  troubles: PlannedTrouble[];
  /** What is planned for the next calls to Shopify, and how many plans have struck. */
  shopifyTroubles: { kind: string; plan: object }[];
  shopifyStruck: number;
  /** Its books were closed at some time; from then on no order is edited, as what is added on a closed day has an invoice of its own (decision 039). */
  closedBooks: boolean;
  /** One of its orders was edited; from then on its books stay open. */
  edited: boolean;
  /** Payments a person brought to the bank. */
  banked: string[];
  /** Requests that are in the event log. */
  seen: number;
  /** How often settings and rules were changed. */
  configurations: number;
  /** How often an access token was refused. */
  refusals: number;
  /** Something happened that may end the connection: revoked, or a token's answer lost. */
  mayPark: boolean;
};

export type World = {
  seed: number;
  random: Random;
  time: VirtualTime;
  log: EventLog;
  capture: LogCapture;
  prisma: PrismaClient;
  simulators: Simulators;
  post: PostOffice;
  members: Member[];
  /** The run of the app that is alive. */
  process: AppProcess;
  /** Replaces a process that died. */
  restart: () => void;
  /** Where the process dies: after so many points, or at the next of that name; null: it lives. */
  crash: { after: number } | { at: FailpointName } | null;
  /** The points passed until something happens in the middle of a drain; null: nothing will. */
  interruptIn: number | null;
  interrupt: () => Promise<void>;
  /** Intuit ends a connection when a replaced refresh token is used again. */
  reuseRevokes: boolean;
  /** Goods and money come back in this world, orders are edited and cancelled; settings stay as they are, and no hand in QuickBooks takes anything away. Judged by the oracle of the month (tests/oracle). */
  givesBack: boolean;
  coverage: Coverage;
  /** What was seen to be wrong before the end. */
  findings: Violation[];
};
