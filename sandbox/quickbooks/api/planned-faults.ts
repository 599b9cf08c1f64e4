/** Failures on order, as data: which request of a company goes wrong and how (design page 09). Decides, does nothing itself. */
import { z } from "zod";
import type { Armed } from "../../faults/fault-timing.ts";
import { FAULT_TIMING, arm, strikingFault, timingProblem } from "../../faults/fault-timing.ts";
import { TRANSPORT_FAULTS } from "../../faults/through-fault.ts";

const ON = /^(\*|(GET|POST) (\*|\/\S*))$/;

/** Kinds whose `commits` may say that the work is done all the same. */
const MAY_COMMIT: readonly string[] = ["status", "html", "faultInside200"];

export const plannedFaultSchema = z
  .strictObject({
    /** Method and path below the company, such as `POST /invoice`; `POST *`, `GET *` and `*` stand for many, but never for the token endpoint. */
    on: z.string().regex(ON, 'expected a method and a path such as "POST /invoice", or "POST *", "GET *" or "*"'),
    /** Only requests whose query or body contains this text, such as `FROM Invoice` or `"SyncToken"`. */
    holds: z.string().min(1).optional(),
    ...FAULT_TIMING,
    /** `faultInside200`: HTTP 200 whose body is a Fault. */
    do: z.enum([...TRANSPORT_FAULTS, "lateCommit", "faultInside200"]),
    /** For `status` and `html`: of the answer; for `lateCommit`: answer with it instead of dropping the connection. */
    status: z.number().int().min(200).max(599).optional(),
    /** For `status` and `faultInside200`: QuickBooks' error code in the body. */
    code: z.string().optional(),
    /** For `delay`: of real time; for `lateCommit`: of the sandbox clock. */
    ms: z.number().int().nonnegative().optional(),
    /** For `status`: the header Retry-After. */
    retryAfterSeconds: z.number().int().positive().optional(),
    /** For `status`, `html` and `faultInside200`: the work is done before that answer; otherwise it is not. */
    commits: z.boolean().optional(),
  })
  .superRefine((fault, context) => {
    const wrong = (path: string, message: string): void => context.addIssue({ code: "custom", path: [path], message });
    if (fault.holds !== undefined && / \/oauth2\//.test(fault.on)) wrong("holds", "makes no sense on the token endpoint");
    const timing = timingProblem(fault);
    if (timing !== undefined) wrong("share", timing);
    if (/ \/oauth2\//.test(fault.on) && !isTransport(fault.do)) wrong("do", "makes no sense on the token endpoint");
    if (fault.status !== undefined && fault.status < 400 && fault.do !== "html") wrong("status", 'below 400 it belongs to "html"');
    if (fault.commits !== undefined && !MAY_COMMIT.includes(fault.do)) wrong("commits", `belongs to ${MAY_COMMIT.join(", ")}`);
  });

function isTransport(kind: string): boolean {
  return TRANSPORT_FAULTS.some((known) => known === kind);
}

export type PlannedFault = z.output<typeof plannedFaultSchema>;
export type ArmedFault = Armed<PlannedFault>;

/** Which request a fault met: what a run tells about itself afterwards. */
export type StruckFault = { do: PlannedFault["do"]; method: string; path: string };

export function armFaults(planned: unknown): ArmedFault[] {
  return arm(z.array(plannedFaultSchema).parse(planned));
}

/** What a fault can know a request by; `query`: as it was asked, decoded; `body`: its text, empty for none. */
export type FaultableRequest = { method: string; path: string; query: string; body: string };

/** The fault that strikes a request of the API. */
export function faultOnRequest(armed: readonly ArmedFault[], request: FaultableRequest): PlannedFault | undefined {
  return strikingFault(armed, (fault) => waitsFor(fault, request));
}

/** Whether the fault counts this request. */
export function waitsFor({ on, holds }: PlannedFault, { method, path, query, body }: FaultableRequest): boolean {
  if (on !== "*" && on !== `${method} *` && on !== `${method} ${path}`) return false;
  return holds === undefined || query.includes(holds) || body.includes(holds);
}

/** The fault that strikes the token endpoint: only one that names it. */
export function faultOnTokens(armed: readonly ArmedFault[], method: string, path: string): PlannedFault | undefined {
  return strikingFault(armed, ({ on }) => on === `${method} ${path}`);
}
