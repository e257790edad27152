import '../../../session/withoutEval.ts';
import { obstaclesTo, type Against } from '../../../../model/obstacles.ts';
import type { Process } from '../../../../model/process.ts';

addEventListener('message', ({ data }: MessageEvent<{ process: Process; against: Against }>) => postMessage(obstaclesTo(data.process, data.against)));
