/** A company's data as a company that answers: with fresh limits, nothing that hangs, and no fault that has struck yet. */
import type { Company } from "../api/boundary.ts";
import { createThrottle } from "../api/throttle.ts";
import { createGate } from "../../faults/gate.ts";
import type { CompanyState } from "../company/state.ts";

export function openCompany(state: CompanyState, monotonicMs: () => number): Company {
  return { state, throttle: createThrottle(monotonicMs), gate: createGate(), struck: [] };
}
