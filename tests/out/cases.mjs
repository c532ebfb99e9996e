// A case of each city, with the due days counted by hand, and one with everything in it that could break a format.
//
// National Day 2025: 1–8 October off; Sunday 28 September and Saturday 11 October are worked.

const handled = { own_duty: false, needs_approval: false, needs_countersign: false, needs_study: false, urgent: false };

export const cases = [
  {
    // From Thursday 25 September: 26, 28, 29, 30, 9, 10, 11 October; two working days before that: the 9th.
    name: 'wuxi, a document handed on, seven working days',
    request: {
      pack: 'wuxi-2022', id: '20250925-1', title: '关于协助核查企业用电情况的函', alarm: { n: 2 }, matter: 'assigned_document', facts: { ...handled, own_duty: true },
      planned: [{ role: '承办部门', action: '办结', date: '2025-10-10' }], events: { assigned: '2025-09-25' }, today: '2025-09-26',
    },
    events: [['2025-10-11', null]],                          // it was finished on the 10th: nothing to remind of
  },
  {
    // Ten working days: 11 October is the seventh, then 13, 14, 15; one before: the 14th.
    name: 'jiangyin, a document that several departments handle, ten working days',
    request: {
      pack: 'jiangyin-2022', id: '20250925-1', title: '关于长江岸线整治意见的办理', alarm: { n: 1 }, matter: 'assigned_document', facts: { ...handled, needs_countersign: true },
      planned: ['主办部门协商'], events: { assigned: '2025-09-25' }, today: '2025-10-09', note: '会签单位：\n自然资源和规划局、水利局。',
    },
    events: [['2025-10-15', '2025-10-14']],
  },
  {
    // Ten working days before Monday 20 October: 17, 16, 15, 14, 13, 11, 10, 9, 30 September, 29.
    name: 'jiangmen, a city-wide meeting asked for ten working days before',
    request: {
      pack: 'jiangmen-2023', id: '20250920-1', title: '全市安全生产工作会议', alarm: { n: 1 }, revision: 3, matter: 'department_city_wide_meeting',
      facts: { government_approved: true, invites_lower_leaders: false, reaches_below_county: false, reaches_county: true, meeting_skips_level: false },
      planned: ['部门报送市政府', '市政府办公室呈批'], events: { meeting: '2025-10-20' }, today: '2025-09-22',
    },
    events: [['2025-09-29', '2025-09-28']],
  },
  {
    // Two days, and the text does not say of which kind: no day is certain.
    name: 'jiangmen, minutes of a meeting, the kind of days not said',
    request: { pack: 'jiangmen-2023', id: '20250926-1', matter: 'executive_minutes', planned: ['市政府办公室起草', '市长签发'], events: { meeting_end: '2025-09-26' }, today: '2025-09-26' },
    events: [],
  },
  {
    // Twenty working days: 11 October is the seventh, 13–17 to the twelfth, 20–24 to the seventeenth, 27, 28, 29; three before: the 24th.
    name: 'kunshan, a document that has to be studied, twenty working days',
    request: {
      pack: 'kunshan-2017', id: '20250925-1', title: '关于推进老旧小区改造的调研', alarm: { n: 3 }, matter: 'assigned_document', facts: { ...handled, needs_study: true },
      planned: ['部门提出意见'], events: { assigned: '2025-09-25' }, today: '2025-09-26',
    },
    events: [['2025-10-29', '2025-10-24']],
  },
  {
    name: 'liyang, a department is consulted, seven working days',
    request: {
      pack: 'liyang', id: '20250925-1', title: '关于征求产业园规划意见的函', alarm: { n: 2 }, matter: 'department_consultation',
      facts: { can_meet_deadline: true, special_circumstances: false }, planned: ['主办部门征求意见'], events: { sent_for_consultation: '2025-09-25' }, today: '2025-09-26',
    },
    events: [['2025-10-11', '2025-10-09']],
  },
];

/** Its name ends in the day on which it was begun. Ten working days before Monday 20 October, as above; two before that: Friday the 26th. */
export const cutOff = {
  name: 'jiangmen, a city-wide meeting named with the day of its beginning',
  request: {
    pack: 'jiangmen-2023', id: '20250922-1', title: '全市安全生产工作会议 2025-09-22', alarm: { n: 2 }, matter: 'department_city_wide_meeting',
    facts: { government_approved: true, invites_lower_leaders: false, reaches_below_county: false, reaches_county: true, meeting_skips_level: false },
    planned: ['部门报送市政府', '市政府办公室呈批'], events: { meeting: '2025-10-20' }, today: '2025-09-22',
  },
  events: [['2025-09-29', '2025-09-26']],
};

/** 第四十一条第二款第7项 does not say whether the 15th itself is in time: neither day is certain. */
export const openDay = {
  name: 'liyang, a topic by the fifteenth',
  request: {
    pack: 'liyang', id: '20261126-1', title: '市政府常务会议议题 2026-11-26', alarm: { n: 2 }, matter: 'executive_agenda_item',
    facts: { added_late: false, truly_needed: false }, planned: ['市政府办公室提出议题'], events: { meeting: '2026-12-24' }, today: '2026-11-26',
  },
  events: [],
};

/** Six readings of who reviews and who signs. */
export const sixReadings = {
  pack: 'kunshan-2017', id: '20261126-2', matter: 'government_document', planned: [{ role: '市政府办公室', action: '核稿', who: '张明' }, '市政府办公室主任签发'],
};

const odd = '=HYPERLINK("http://x";"y"), \\<script>alert(1)</script>;\n𠮷：“引号”';

export const evil = {
  name: 'a case with everything in it that means something somewhere',
  request: { ...cases[4].request, id: odd, title: odd.replace('\n', ' '), note: odd, planned: [{ role: odd, action: odd, who: odd, form: odd, date: odd }] },
  events: cases[4].events,
};
