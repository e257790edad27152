import type { Text } from '../../model/text.ts';

export interface ExitCode {
  exit: number;
  zh: string;
  en: string;
}
export type FaultCode =
  | 'usage' | 'nodeTooOld' | 'packages' | 'noTemporal' | 'temporalUnreachable' | 'storeNotOpenable' | 'storeNewerSchema' | 'portInUse' | 'noChromium'
  | 'sandboxAccountsNotLoopback' | 'notSandboxStore' | 'alreadyRunning' | 'pageNotBuilt' | 'notReady' | 'noTestRan' | 'cleanUpFailed';
export declare const exitCodes: Readonly<Record<FaultCode, ExitCode>>;
export declare class Fault extends Error {
  readonly code: FaultCode;
  readonly exitCode: number;
  readonly text: Text;
  constructor(code: FaultCode, details?: Readonly<Record<string, string | number>>, cause?: unknown);
}
