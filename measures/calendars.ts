import type { CalendarYear } from '../model/calendar/calendarYear.ts';

const openCalendar = 'chinese-days 1.5.7, from the State Council notices; 2023 and 2024 confirmed in part by published publicity periods';

/** The working-day calendars that are loaded at first start; a year whose notice is not out yet is absent on purpose. */
export const calendars: CalendarYear[] = [
  {
    year: 2023,
    off: [
      '01-02', '01-23', '01-24', '01-25', '01-26', '01-27', '04-05', '05-01', '05-02', '05-03',
      '06-22', '06-23', '09-29', '10-02', '10-03', '10-04', '10-05', '10-06',
    ],
    worked: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
    source: openCalendar,
  },
  {
    year: 2024,
    off: [
      '01-01', '02-12', '02-13', '02-14', '02-15', '02-16', '04-04', '04-05', '05-01', '05-02', '05-03',
      '06-10', '09-16', '09-17', '10-01', '10-02', '10-03', '10-04', '10-07',
    ],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    source: openCalendar,
  },
  {
    year: 2025,
    off: [
      '01-01', '01-28', '01-29', '01-30', '01-31', '02-03', '02-04', '04-04', '05-01', '05-02', '05-05',
      '06-02', '10-01', '10-02', '10-03', '10-06', '10-07', '10-08',
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    source: openCalendar,
  },
  {
    year: 2026,
    off: [
      '01-01', '01-02', '02-16', '02-17', '02-18', '02-19', '02-20', '02-23', '04-06', '05-01', '05-04', '05-05',
      '06-19', '09-25', '10-01', '10-02', '10-05', '10-06', '10-07',
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    source: 'State Council notice on the holidays of 2026, issued 2025-11-04 (国务院办公厅关于2026年部分节假日安排的通知)',
  },
];
