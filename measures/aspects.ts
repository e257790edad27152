import type { Measure } from '../model/measure.ts';

const names: { [aspect in Measure['aspect']]: Measure['aspectName'] } = {
  1: { zh: '推动直播产业集聚', en: 'Cluster livestreaming' },
  2: { zh: '做大做强直播产业主体', en: 'Grow the players' },
  3: { zh: '推动直播赋能产业场景建设', en: 'Livestreaming for industry scenes' },
  4: { zh: '加快直播电商人才培养', en: 'Talent' },
};

/** One of the four aspects of the programme, with its name (S1). */
export function aspect(number: Measure['aspect']): Pick<Measure, 'aspect' | 'aspectName'> {
  return { aspect: number, aspectName: names[number] };
}
