"""The SQL of an import: what is sound, what is kept, how it is sorted."""

from typing import Final

_LUHN: Final = " + ".join(
    f"2 * ((n // {10**rank}) % 10) - 9 * ((n // {10**rank}) % 10 // 5)"
    if rank % 2
    else f"(n // {10**rank}) % 10"
    for rank in range(14)
)

MACROS: Final = f"""
CREATE OR REPLACE TEMP MACRO told(x) AS nullif(nullif(trim(x), ''), '[ND]');
CREATE OR REPLACE TEMP MACRO whole_number(x, size) AS
    CASE WHEN regexp_full_match(trim(x), '[0-9]+') AND length(trim(x)) BETWEEN 6 AND size
    THEN CAST(trim(x) AS BIGINT) END;
CREATE OR REPLACE TEMP MACRO is_sound(n) AS
    n // 100000 = 356000000 OR ({_LUHN}) % 10 = 0;
CREATE OR REPLACE TEMP MACRO sound_day(x) AS
    CASE WHEN year(TRY_CAST(x AS DATE)) >= 1700 THEN TRY_CAST(x AS DATE) END;
CREATE OR REPLACE TEMP MACRO degree(x, most) AS
    CASE WHEN abs(TRY_CAST(x AS DOUBLE)) <= most THEN TRY_CAST(x AS DOUBLE) END;
"""

FOLDING: Final = """
CREATE OR REPLACE {where} MACRO folded(x) AS
    replace(replace(translate(lower(strip_accents(x)), 'łøđ', 'lod'), 'œ', 'oe'), 'æ', 'ae');
CREATE OR REPLACE {where} MACRO with_initials_joined(x) AS replace(regexp_replace(
    regexp_replace(folded(x), '[^a-z0-9]+', ' ', 'g'), '\\b([a-z0-9])\\b', '<\\1>', 'g'), '> <', '');
CREATE OR REPLACE {where} MACRO words_of(x) AS list_distinct(list_filter(
    regexp_extract_all(with_initials_joined(x), '[a-z0-9]+'), lambda word: length(word) > 1));
CREATE OR REPLACE {where} MACRO place_key(x) AS
    regexp_replace(regexp_replace(regexp_replace(trim(regexp_replace(folded(x), '[^a-z0-9]+', ' ', 'g')),
    '\\bst\\b', 'saint', 'g'), '\\bste\\b', 'sainte', 'g'), '\\b0?(\\d+) ?(e|er|eme|ieme)\\b', '\\1');
CREATE OR REPLACE {where} MACRO weight_of(is_head_office, headcount) AS
    CAST(is_head_office AS UTINYINT) * 100 + coalesce(TRY_CAST(headcount AS UTINYINT) + 1, 0);
CREATE OR REPLACE {where} MACRO city_of(code) AS CASE
    WHEN code BETWEEN '75101' AND '75120' THEN '75056'
    WHEN code BETWEEN '69381' AND '69389' THEN '69123'
    WHEN code BETWEEN '13201' AND '13216' THEN '13055' END;
"""

TABLES: Final = """
CREATE TABLE IF NOT EXISTS phases (name VARCHAR PRIMARY KEY, first_row BIGINT);
CREATE TABLE IF NOT EXISTS cut_rows (phase VARCHAR, line BIGINT, start VARCHAR, error VARCHAR);
CREATE TABLE IF NOT EXISTS notes (rank INTEGER, content JSON);
CREATE TABLE IF NOT EXISTS legal_units (
    siren BIGINT, status VARCHAR, name VARCHAR, aliases VARCHAR, created DATE, treated DATE
);
CREATE TABLE IF NOT EXISTS points (
    siret BIGINT, latitude DOUBLE, longitude DOUBLE, is_approximate BOOLEAN, flag VARCHAR
);
CREATE TABLE IF NOT EXISTS establishments (
    siret BIGINT, status VARCHAR, treated DATE, flag VARCHAR,
    row STRUCT(
        sign VARCHAR, aliases VARCHAR, activity VARCHAR, nomenclature VARCHAR, activity_2025 VARCHAR,
        headcount VARCHAR, headcount_year SMALLINT, created DATE, is_head_office BOOLEAN, address VARCHAR,
        postcode VARCHAR, commune_code VARCHAR, commune VARCHAR, x DOUBLE, y DOUBLE
    )
);
"""

INDEX_TABLES: Final = """
CREATE TABLE IF NOT EXISTS fresh.phases (name VARCHAR PRIMARY KEY, first_row BIGINT);
CREATE TABLE IF NOT EXISTS fresh.about (report JSON);
CREATE TABLE IF NOT EXISTS fresh.units (
    siret BIGINT, name VARCHAR, aliases VARCHAR, activity VARCHAR, nomenclature VARCHAR,
    activity_2025 VARCHAR, headcount VARCHAR, headcount_year SMALLINT, created_on DATE,
    is_head_office BOOLEAN, address VARCHAR, postcode VARCHAR, commune_code VARCHAR, commune VARCHAR,
    latitude DOUBLE, longitude DOUBLE, is_approximate BOOLEAN
);
CREATE TABLE IF NOT EXISTS fresh.places (
    code VARCHAR, codes VARCHAR[], key VARCHAR, name VARCHAR, postcodes VARCHAR[], units BIGINT,
    latitude DOUBLE, longitude DOUBLE, is_city BOOLEAN
);
CREATE TABLE IF NOT EXISTS fresh.hidden (
    activity VARCHAR, activity_2025 VARCHAR, commune_code VARCHAR, units BIGINT, latitude DOUBLE,
    longitude DOUBLE
);
CREATE TABLE IF NOT EXISTS fresh.words (word VARCHAR, unit INTEGER, name_size UTINYINT, weight UTINYINT);
"""

LEGAL_UNITS: Final = """
INSERT INTO legal_units
SELECT n, status,
    CASE WHEN status = 'kept' THEN coalesce(
        told(name),
        told(concat_ws(' ', coalesce(told(first_name), told(first_name_1)),
                       coalesce(told(used_name), told(family_name)))),
        told(usual_1), told(acronym)) END,
    CASE WHEN status = 'kept' THEN
        told(concat_ws(' ', told(acronym), told(usual_1), told(usual_2), told(usual_3))) END,
    sound_day(created), TRY_CAST(treated AS DATE)
FROM (
    SELECT *, whole_number(siren, 9) AS n, CASE
        WHEN lower(purged) = 'true' THEN 'purged'
        WHEN upper(trim(state)) = 'C' THEN 'closed'
        WHEN upper(trim(diffusion)) IS DISTINCT FROM 'O' THEN 'hidden'
        ELSE 'kept' END AS status
    FROM incoming
)
"""

POINTS: Final = """
INSERT INTO points
SELECT n, degree(latitude, 90), degree(longitude, 180), NOT coalesce(quality IN ('11', '12'), false),
    CASE WHEN n IS NULL THEN 'siret=' || coalesce(siret, '')
         WHEN (told(latitude) IS NOT NULL AND degree(latitude, 90) IS NULL)
           OR (told(longitude) IS NOT NULL AND degree(longitude, 180) IS NULL)
         THEN 'point=' || concat_ws(' ', latitude, longitude) END
FROM (SELECT *, whole_number(siret, 14) AS n FROM incoming)
"""

ESTABLISHMENTS: Final = """
INSERT INTO establishments
SELECT n, status, TRY_CAST(treated AS DATE),
    CASE status
    WHEN 'refused' THEN CASE WHEN n IS NULL THEN 'siret=' || coalesce(siret, '')
                             ELSE 'state=' || coalesce(state, '') END
    WHEN 'kept' THEN nullif(concat_ws('|',
        CASE WHEN NOT is_sound(n) THEN 'key=' || siret END,
        CASE WHEN length(trim(siret)) < 14 THEN 'zeros=' || siret END,
        CASE WHEN told(created) IS NOT NULL AND sound_day(created) IS NULL THEN 'day=' || created END,
        CASE WHEN (told(x) IS NOT NULL AND TRY_CAST(x AS DOUBLE) IS NULL)
               OR (told(y) IS NOT NULL AND TRY_CAST(y AS DOUBLE) IS NULL)
             THEN 'point=' || concat_ws(' ', x, y) END), '') END,
    CASE WHEN status = 'kept' THEN struct_pack(
        sign := coalesce(told(sign), told(usual_name)),
        aliases := told(concat_ws(' ', told(sign_2), told(sign_3), told(usual_name))),
        activity := told(activity),
        nomenclature := CASE WHEN nomenclature ILIKE '%rev2' THEN 'NAFRev2'
                             WHEN nomenclature LIKE '%25' THEN 'NAF2025' ELSE '' END,
        activity_2025 := told(activity_2025),
        headcount := nullif(told(headcount), 'NN'),
        headcount_year := TRY_CAST(headcount_year AS SMALLINT),
        created := sound_day(created),
        is_head_office := coalesce(lower(head_office) = 'true', false),
        address := told(concat_ws(', ', told(complement), told(concat_ws(' ',
            told(number) || coalesce('-' || told(last_number), ''),
            told(repetition), told(street_kind), told(street))))),
        postcode := told(postcode),
        commune_code := told(commune_code),
        commune := told(commune),
        x := TRY_CAST(x AS DOUBLE),
        y := TRY_CAST(y AS DOUBLE))
    WHEN status = 'hidden' THEN struct_pack(
        sign := NULL, aliases := NULL, activity := told(activity), nomenclature := NULL,
        activity_2025 := told(activity_2025), headcount := NULL, headcount_year := NULL, created := NULL,
        is_head_office := NULL, address := NULL, postcode := NULL, commune_code := told(commune_code),
        commune := NULL, x := NULL, y := NULL) END
FROM (
    SELECT *, whole_number(siret, 14) AS n, CASE
        WHEN whole_number(siret, 14) IS NULL THEN 'refused'
        WHEN upper(trim(state)) = 'F' THEN 'closed'
        WHEN upper(trim(state)) <> 'A' OR told(state) IS NULL THEN 'refused'
        WHEN upper(trim(diffusion)) <> 'O' OR told(diffusion) IS NULL THEN 'hidden'
        WHEN told(country) IS NOT NULL OR told(foreign_commune) IS NOT NULL THEN 'foreign'
        ELSE 'kept' END AS status
    FROM incoming
)
"""

_NEWEST: Final = """
DELETE FROM {table} WHERE rowid IN (
    SELECT number FROM (
        SELECT rowid AS number, row_number() OVER (PARTITION BY {key} ORDER BY {order}) AS rank FROM {table}
        WHERE {key} IN (
            SELECT {key} FROM {table} WHERE {key} IS NOT NULL GROUP BY {key} HAVING count(*) > 1
        )
    ) WHERE rank > 1
)
"""

# A partial diffusion is asked for without a new treatment: on the same day, it wins.
_LAST_TOLD: Final = "treated DESC, (status = 'hidden') DESC, rowid DESC"

NEWEST: Final = {
    "establishments": _NEWEST.format(table="establishments", key="siret", order=_LAST_TOLD),
    "legal_units": _NEWEST.format(table="legal_units", key="siren", order=_LAST_TOLD),
    "points": _NEWEST.format(table="points", key="siret", order="rowid DESC"),
}

PLACED: Final = """
CREATE TABLE placed AS
SELECT e.siret, CASE
        WHEN l.status IN ('closed', 'purged') THEN 'closed'
        WHEN l.status = 'hidden' THEN 'hidden'
        WHEN l.siren IS NULL AND e.status = 'kept' THEN {without_company}
        ELSE e.status END AS status,
    coalesce(row.sign, l.name) AS name,
    told(concat_ws(' ', row.aliases, CASE WHEN row.sign IS NOT NULL THEN l.name END, l.aliases)) AS aliases,
    row.activity AS activity, row.nomenclature AS nomenclature, row.activity_2025 AS activity_2025,
    row.headcount AS headcount, row.headcount_year AS headcount_year,
    coalesce(l.created, row.created) AS created_on, row.is_head_office AS is_head_office,
    row.address AS address, row.postcode AS postcode, row.commune_code AS commune_code,
    row.commune AS commune,
    coalesce(p.latitude, CASE WHEN in_lambert THEN lambert_latitude(row.x, row.y) END) AS latitude,
    coalesce(p.longitude, CASE WHEN in_lambert THEN lambert_longitude(row.x, row.y) END) AS longitude,
    coalesce(p.is_approximate, false) AS is_approximate
FROM (
    SELECT *, coalesce(row.x BETWEEN 0 AND 1300000 AND row.y BETWEEN 6000000 AND 7200000
                       AND row.commune_code NOT SIMILAR TO '9[78].*', false) AS in_lambert
    FROM establishments WHERE status IN ('kept', 'hidden')
) e
LEFT JOIN legal_units l ON l.siren = e.siret // 100000
LEFT JOIN (SELECT * FROM points WHERE latitude IS NOT NULL AND longitude IS NOT NULL) p ON p.siret = e.siret
"""

PLACES: Final = """
INSERT INTO fresh.places
SELECT code, codes, place_key(name), name, postcodes, units, latitude, longitude, is_city FROM (
    SELECT commune_code AS code, [commune_code] AS codes, coalesce(mode(commune), commune_code) AS name,
        list_sort(list(DISTINCT postcode)) AS postcodes, count(*) AS units,
        median(latitude) AS latitude, median(longitude) AS longitude, false AS is_city
    FROM placed WHERE status = 'kept' AND commune_code IS NOT NULL GROUP BY commune_code
    UNION ALL
    SELECT city_of(commune_code), list_sort(list(DISTINCT commune_code)),
        CASE city_of(commune_code) WHEN '75056' THEN 'PARIS' WHEN '69123' THEN 'LYON' ELSE 'MARSEILLE' END,
        list_sort(list(DISTINCT postcode)), count(*), median(latitude), median(longitude), true
    FROM placed WHERE status = 'kept' AND city_of(commune_code) IS NOT NULL GROUP BY city_of(commune_code)
)
"""

UNITS: Final = """
INSERT INTO fresh.units
SELECT p.siret, p.name, p.aliases, p.activity, p.nomenclature, p.activity_2025, p.headcount,
    p.headcount_year, p.created_on, p.is_head_office, p.address, p.postcode, p.commune_code, p.commune,
    coalesce(p.latitude, c.latitude) AS latitude, coalesce(p.longitude, c.longitude) AS longitude,
    p.is_approximate OR p.latitude IS NULL
FROM placed p LEFT JOIN fresh.places c ON c.code = p.commune_code AND NOT c.is_city
WHERE p.status = 'kept'
ORDER BY floor(coalesce(p.latitude, c.latitude) * 2), floor(coalesce(p.longitude, c.longitude) * 2),
    floor(coalesce(p.latitude, c.latitude) * 20), coalesce(p.longitude, c.longitude)
"""

HIDDEN: Final = """
INSERT INTO fresh.hidden
SELECT activity, activity_2025, commune_code, count(*), any_value(c.latitude), any_value(c.longitude)
FROM placed p LEFT JOIN fresh.places c ON c.code = p.commune_code AND NOT c.is_city
WHERE p.status = 'hidden' GROUP BY activity, activity_2025, commune_code
ORDER BY floor(any_value(c.latitude) * 2), floor(any_value(c.longitude) * 2)
"""

WORDS: Final = """
INSERT INTO fresh.words
SELECT word, unit, name_size, weight FROM (
    SELECT unnest(named) AS word, unit, least(len(named), 255) AS name_size, weight FROM spelled
    UNION ALL
    SELECT unnest(list_filter(others, lambda word: NOT list_contains(named, word))), unit, 0, weight
    FROM spelled WHERE others IS NOT NULL
) ORDER BY word, unit
"""

SPELLED: Final = """
CREATE OR REPLACE TEMP VIEW spelled AS
SELECT rowid AS unit, coalesce(words_of(name), []) AS named, words_of(aliases) AS others,
    weight_of(is_head_office, headcount) AS weight
FROM fresh.units
"""

READINGS: Final = {"establishments": ESTABLISHMENTS, "legal_units": LEGAL_UNITS, "points": POINTS}
