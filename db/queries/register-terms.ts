import { type SQL, sql } from 'drizzle-orm'
import { decidesOn, decidingOn } from './deciding-decision.ts'
import { MAY_BE_NAMED } from './register-entry-rules.ts'

/** Words for what a unit is, as they stand before its name; former kinds of unit too. */
const UNIT_KINDS =
  '["tỉnh ","thành phố ","thị xã ","thị trấn ","huyện ","quận ","xã ","phường ","đặc khu ","Đặc khu "]'

/** đ is a letter of its own to the index; an underscore begins filters and nothing else. */
const plain = (text: SQL) => sql`replace(replace(replace(${text}, 'đ', 'd'), 'Đ', 'D'), '_', ' ')`

/** A name as one word. `unitToken` in the search writes what is typed the same way. */
const oneWord = (text: SQL) =>
  sql`replace(replace(replace(replace(${plain(text)}, ' ', '_'), '-', '_'), '''', ''), '’', '')`

const joined = (parts: readonly SQL[]) =>
  sql.join(
    parts.map((part) => sql`coalesce(${part} || ' ', '')`),
    sql` || `,
  )

/**
 * Former units that became the commune of place `s`, or its province where no commune is known. Only
 * since the unit is what it is: its number may have been another's before.
 */
const FORMER = sql`FROM administrative_succession x
  WHERE x.new_code = coalesce(s.commune_code, s.province_code)
    AND x.effective_on >= coalesce((SELECT max(u.valid_from) FROM administrative_unit u
      WHERE u.level = iif(s.commune_code IS NULL, 'province', 'commune')
        AND u.code = coalesce(s.commune_code, s.province_code) AND u.valid_to IS NULL), '')`

const WORDS = joined([
  sql`c.code`,
  sql`c.search_key`,
  sql`c.legacy_code`,
  sql`CASE WHEN ${MAY_BE_NAMED} THEN s.name END`,
  sql`CASE WHEN ${MAY_BE_NAMED} THEN o.name END`,
  sql`s.commune_name`,
  sql`s.former_district`,
  sql`s.province_name`,
  sql`(SELECT group_concat(x.crop || ' ' || coalesce(x.variety, ''), ' ')
    FROM site_crop x WHERE x.site_id = s.id)`,
  sql`(SELECT group_concat(n.name, ' ') FROM (SELECT x.old_name AS name ${FORMER}
    UNION SELECT x.old_district_name ${FORMER} UNION SELECT x.old_province_name ${FORMER}) n)`,
])

const UNITS = sql`(SELECT group_concat('_u_' || ${oneWord(sql`n.name`)} || ' ' ||
    CASE WHEN kind.value IS NULL THEN '_b_' || ${oneWord(sql`n.name`)}
      ELSE '_u_' || ${oneWord(sql`substr(n.name, length(kind.value) + 1)`)} END, ' ')
  FROM (SELECT s.province_name AS name UNION SELECT s.commune_name UNION SELECT s.former_district
    UNION SELECT s.province_code UNION SELECT s.commune_code
    UNION SELECT u.name FROM administrative_unit u
      WHERE u.level = 'province' AND u.code = s.province_code AND u.valid_to IS NULL
    UNION SELECT u.name FROM administrative_unit u
      WHERE u.level = 'commune' AND u.code = s.commune_code AND u.valid_to IS NULL
        AND u.parent_code = s.province_code
    UNION SELECT x.old_name ${FORMER} UNION SELECT x.old_district_name ${FORMER}
    UNION SELECT x.old_province_name ${FORMER}) n
  LEFT JOIN json_each(${sql.raw(`'${UNIT_KINDS}'`)}) kind
    ON substr(lower(n.name), 1, length(kind.value)) = kind.value
  WHERE n.name IS NOT NULL)`

/** "xoài cát chu" is found by "xoai", "xoai cat" and "xoai cat chu". */
const CROPS = sql`(SELECT group_concat('_r_' || ${oneWord(sql`substr(x.crop_folded, 1, n.i - 1)`)}, ' ')
  FROM site_crop x CROSS JOIN (WITH RECURSIVE count(i) AS (SELECT 2 UNION ALL
    SELECT i + 1 FROM count WHERE i < 100) SELECT i FROM count) n
  WHERE x.site_id = s.id AND substr(x.crop_folded || ' ', n.i, 1) = ' ')`

const MARKETS = sql`(SELECT group_concat('_m_' || m.market, ' ')
  FROM code_market m WHERE m.code_id = c.id)`

/** The day of the latest decision: nobody asks for a day before it, for the register tells of today. */
const DECIDED_ON = sql`(SELECT date(max(h.recorded_at) / 1000, 'unixepoch', '+7 hours')
  FROM code_status_event h WHERE h.code_id = c.id)`

/** Statuses that a code has had or will have in a market on some day since the latest decision. */
const STATUSES = sql`(SELECT group_concat('_s_' || e.status || ' _ms_' || e.market || '_' || e.status, ' ')
  FROM counted_decision e WHERE e.code_id = c.id AND ${decidesOn(sql`e`, DECIDED_ON)})`

const UNDECIDED = sql`(SELECT group_concat('_s_none _ms_' || m.market || '_none', ' ')
  FROM code_market m WHERE m.code_id = c.id AND
    ${decidingOn({ codeId: sql`c.id`, market: sql`m.market`, day: DECIDED_ON })} IS NULL)`

/**
 * The text under which the register's index finds code `c` of place `s` and holder `o`: words for
 * people, and filters as words of their own that begin with an underscore, which nothing typed does.
 * The index itself takes off marks and case.
 *
 * `_k_` kind, `_r_` crop, `_u_` names (former ones too) and numbers of the units it lies in, `_b_` a
 * unit's name written without its kind, `_m_` market, `_s_` and `_ms_` statuses, `_o_`, `_p_` and
 * `_c_` holder, province and commune.
 */
export const REGISTER_COPY: SQL = joined([
  plain(WORDS),
  sql`'_k_' || s.kind`,
  sql`'_o_' || replace(o.id, '-', '_')`,
  sql`'_p_' || s.province_code`,
  sql`'_c_' || s.province_code || '_' || s.commune_code`,
  UNITS,
  CROPS,
  MARKETS,
  STATUSES,
  UNDECIDED,
])
