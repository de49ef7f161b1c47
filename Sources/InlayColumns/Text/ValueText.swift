/// Values as text, both ways: what a field of a CSV file says, and what a table on a terminal shows.
///
/// A parser takes exactly the bytes of one value, without spaces around them, and returns nil when they are not
/// such a value: it never rounds, wraps or clamps. A formatter writes the one form of a value that its parser
/// reads back as the same value:
///
/// | type | written | read besides |
/// |---|---|---|
/// | boolean | `true` `false` | any letter case |
/// | integers | `-42` | `+42`, leading zeros |
/// | float, double | the shortest text that reads back: `0.1`, `1e+16`, `NaN`, `inf`, `-inf` | `infinity`, any letter case |
/// | date | `2020-09-25`, beyond the years 0 to 9999 with a sign: `-0044-03-15`, `+12020-01-01` | |
/// | timestamp | `2020-09-25T13:30:00.000`, one digit of fraction for each the unit has | see ``parseTimestamp(_:unit:isUTC:)`` |
/// | timestamp, UTC | the same and `Z` | offsets |
/// | time | `13:30:00.000` | `13:30`, fewer digits of fraction |
/// | decimal | `-0.05`, as many digits after the point as the scale | fewer digits, a leading `+` |
/// | float16 | as the float of the same value | not read |
/// | uuid | `67e55044-10b1-426f-9247-bb680e5fe0c8` | not read |
/// | interval | `P1M2DT3.004S` | not read |
/// | list, structure, map | JSON: `[1, 2]`, `{"a": 1, "b": "x"}` | not read |
/// | binary | two hexadecimal digits a byte, `00ff` | capital letters |
///
/// Dates follow the proleptic Gregorian calendar, where the year 0 comes before the year 1.
public enum ValueText {}
