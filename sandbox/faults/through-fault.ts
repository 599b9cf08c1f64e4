/** What a network or a gateway can do to one request, the same for every simulated service: before its work, instead of it, or after it. Knows no vendor. */
import { setTimeout as wait } from "node:timers/promises";
import type { HttpAnswer, HttpReply } from "../http/server.ts";
import type { Gate } from "./gate.ts";
import { gatewayPage } from "./gateway-page.ts";

export const TRANSPORT_FAULTS = ["status", "delay", "commitThenDrop", "dropBefore", "truncate", "html", "hang"] as const;

export type TransportFault = {
  do: (typeof TRANSPORT_FAULTS)[number];
  /** Of the answer, for `status` and `html`. */
  status?: number | undefined;
  /** For `status` and `html`: the work is done all the same. */
  commits?: boolean | undefined;
  /** For `delay`, of real time. */
  ms?: number | undefined;
};

type Service = {
  /** Does the work and says what the service answers. */
  perform: () => HttpAnswer;
  /** The answer of a planned status. */
  refuse: () => HttpAnswer;
  gate: Gate;
};

const BAD_GATEWAY = 502;

export async function throughFault(fault: TransportFault, { perform, refuse, gate }: Service): Promise<HttpReply> {
  switch (fault.do) {
    case "status":
      if (fault.commits) perform();
      return refuse();
    case "html":
      if (fault.commits) perform();
      return gatewayPage(fault.status ?? BAD_GATEWAY);
    case "dropBefore":
      return "drop";
    case "commitThenDrop":
      perform();
      return "drop";
    case "truncate": {
      const answer = perform();
      return { ...answer, truncateAt: Math.floor(Buffer.byteLength(answer.body) / 2) };
    }
    case "delay":
      await wait(fault.ms ?? 0);
      return perform();
    case "hang":
      await gate.passed();
      return perform();
  }
}
