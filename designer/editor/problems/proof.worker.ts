import '../../session/withoutEval.ts';
import type { Process } from '../../../model/process.ts';
import { proveSound } from '../../../model/soundness/proveSound.ts';

addEventListener('message', ({ data }: MessageEvent<{ turn: number; process: Process }>) => postMessage({ turn: data.turn, proof: proveSound(data.process) }));
