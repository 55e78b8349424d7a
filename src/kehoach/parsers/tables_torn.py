"""Task tables whose lines OCR lost: the words of a printed line run on from column to column.

"Khảo sát nhu cầu của 120 hợp | Phòng Quản lý Liên minh Hợp" / "tác xã thương mại tác xã tỉnh Tháng 3/2031": which
words belong together is told by the rest of the plan. Of all ways to part a row's lines among its columns that one
is taken which leaves most words beside a neighbour that they have elsewhere; bars and wide gaps that are left count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from kehoach.folding import bare
from kehoach.knowledge.agencies import compounds, joints, seams
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import tables_torn_heads, tables_torn_lost, tables_torn_parts, tables_torn_shape, tables_torn_words
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row, Table
from kehoach.parsers.tables_torn_heads import TOKEN, Head
from kehoach.parsers.tables_torn_words import DATE, FEW_WORDS, NAMES
from kehoach.parsers.view import View
from kehoach.parsers.words import no_words

_SCHEDULE = lazy(
    r"\W*(?P<number>s?tt|so tt)[\W_]+(?P<time>ngay(?: thang| lam viec)?|thoi gian)[\W_]+"
    r"(?P<rest>(?:noi|dia diem|don vi|co so|doi tuong)\b.*"
    r"\b(?:truong doan|thanh phan|chu tri|phu trach|dai bieu|can bo)\W*)$"
)
_TIME_FIRST = lazy(
    r"\W*(?P<time>thoi gian|ngay(?: thang| lam viec)?)[\W_]+"
    r"(?P<rest>(?:noi|dia diem|don vi|co so|doi tuong)\b.*"
    r"\b(?:truong doan|thanh phan|chu tri|phu trach|dai bieu|can bo))\W*(?:[^\W\d] ?\W*)?$"
)
_DAY_OF_ROW = lazy(r"(?:[^\w\d]|[^\W\d](?=\s)){0,4}(?:.{0,3}ngay )?(?P<day>\d{1,2}[/.]\d{1,2}[/.]20\d\d)(?!\d)")
_DAY_FIRST = lazy(r"\W*(?P<number>\d{1,2})[\W_]+(?P<day>\d{1,2}\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?20\d\d)?)(?![\d/])[\W_]*")
_SLASHED = lazy(r"\d\s?/\s?(?:\d|20)")
_FREQUENT = frozenset(
    (first, second)
    for first, _, second in (
        pair.partition(" ")
        for pair in "lap TO,lap BAN,lap DOAN,toan BAN,toan TO,cap huyen,cap xa,cap tinh,cap thon,doanh nghiep,hop tac"
        ",tac xa,quan ly,lien quan,dia phuong"
        ",co quan,don vi,trien khai,thuc hien,to chuc,kiem tra,hoc sinh,giao vien,tap huan,tuyen truyen,ke hoach"
        ",to giup,giup viec,phoi hop,ket qua,qua thuc,bao cao,xay dung,lap to,lap ban,lap doan,toan ban,toan to,to cong"
        ",cong tac,xa thi,thi tran,thi xa,thanh pho,lao dong,dong THUONG,dong thuong,xa phuong,phong ban,ban nganh"
        ",nong thon,va PTNT,ubnd cac".split(",")
    )
)
_PLACED = frozenset(
    (last, place)
    for last in "an ke dan nu nien binh hinh su tat khoa".split()
    for place in "tinh huyen quan phuong xa".split()
    if (last, place) not in {("dan", "quan"), ("an", "quan"), ("binh", "quan")}
)
"""The last words of bodies that each place has, and the place: "Hội Nông dân tỉnh", never "Sở Y tế tỉnh"."""
_MOST_LINES = 60
_MOST_ROW_LINES, _TALLEST_ROW = 4, 6
"""Lines of a row; those that go on in small letters are its own a little longer."""
_NEAR = 30_000
"""Letters before and behind a table in which words are looked for beside each other."""
_FEWEST_NUMBERED, _MOSTLY = 3, 0.6
"""Rows, and share of them, whose first line has their number where a table shows how it was set."""
_LONGEST_CAPITALS = 20
_FEWEST_ROWS = 2
_WHO = ("lead", "partners")
_TOLD = 2
"""Of so many rows one at least says who and when: others are rubbish."""
_COLUMNS = 3
_BARRED = lazy(r"\W{0,3}\w?[\W_]{0,4}?\|")
"""What a number is that is no figure: a letter or a sign before the bar of its cell."""
_ACTS = lazy(
    r"(?:Tổ chức|Xây dựng|Triển khai|Thực hiện|Rà soát|Tuyên truyền|Phát động|Hướng dẫn|Kiểm tra|Thành lập|Tập huấn"
    r"|Bồi dưỡng|Cung cấp|Ban hành|Vận động|Điều tra|Sửa chữa|Lắp đặt|Cải tạo|Giám sát|Xử lý|Hỗ trợ|Đào tạo|Tiếp nhận"
    r"|Cấp|Khảo sát|Biên soạn|Tổng hợp|Đánh giá|Thu thập|Bố trí|Diễn tập|Thống kê|Nâng cấp|Thẩm định|Sơ kết|Tổng kết"
    r"|Nghiệm thu|Hoàn thiện|Tham mưu|Theo dõi|Áp dụng|Chuẩn bị|Tăng cường|Đẩy mạnh|Duy trì|Kiểm kê|Mở|Lập|Mua)"
    r"(?:,? [^\W\d_]*[^\W\d_A-ZĐ]| \d+| \|){2}"
)
"""How tasks begin, and no names of bodies: on the third line of a row and further down another row begins so."""
_LONGEST_TITLE = 9
_SPOILT_GROUP = lazy(r"\W{0,2}(?!TT|[Tt]r)[A-ZÀ-ỸĐ]{1,3}\s?[.,]\s(?=[A-ZĐÀ-Ỹ][^\W\d_A-ZĐ])")
"""A spoilt Roman number of a group's title: "LỆ . Công tác tuyên truyền"."""
_OPEN = lazy(r"(?:\b(?:va|cac|voi|cua)|[,;-])$")
"""How a line ends whose cell goes on below."""
_HALF_DATES = frozenset({"thang", "truoc", "quy"})
_STROKE = frozenset("i|]}!l")
"""What the stroke at a table's right edge is read as."""
_MIDDLE_DATE = lazy(r"\b(?:thang \d|quy [ivh\d]|\d{1,2}/\d)")


def find(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The task table whose headings stand on line ``at``, their bars lost, and the index behind it, or ``None``."""
    head = tables_torn_heads.columns(lines[at]) or tables_torn_heads.torn(lines, at)
    return _read(view, lines, at, head) if head is not None else _schedule(lines, at)


def find_lost(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The task table that begins on line ``at``, its headings illegible, and the index behind it, or ``None``."""
    ends = [not line.noise and _ends(line) for line in lines[at : at + _MOST_LINES]]
    head = tables_torn_lost.head(view, lines, at, ends)
    found = _read(view, lines, at, head) if head is not None else None
    return found if found is not None and tables_torn_lost.sure(found[0]) else None


def _read(view: View, lines: Sequence[Line], at: int, head: Head) -> tuple[Table, int] | None:
    """The table below its headings, which stand around index ``at``, and the index behind it."""
    begin = next((i + 1 for i in range(at, len(lines)) if head.lines and lines[i] is head.lines[-1]), at)
    end = begin
    while end < len(lines) and end <= at + _MOST_LINES and not _behind(lines, end, head):
        end += 1
    table = Table(head.columns, ["number", *head.roles], [], list(head.lines))
    groups = list(_parts(view, lines, begin, end, head, table))
    while groups and not any(_dated(line) or (head.product and _timed(view, line)) for line in groups[-1][1]):
        if tables_torn_words.says_often(groups[-1][1][0].bare):
            break
        groups.pop()  # what stands behind the last date is no row
    if not groups:
        return None
    last = groups[-1][1][-1]
    behind = next(i for i in range(at, end) if lines[i] is last) + 1
    known = _neighbours(
        view.text[max(0, lines[at].start - _NEAR) : lines[at].start], view.text[last.end : last.end + _NEAR]
    )
    numbered = sum(map(bool, (tables_torn_shape.number(group[0]) for _, group in groups)))
    sure = numbered >= max(_FEWEST_NUMBERED, _MOSTLY * len(groups))
    shape = tables_torn_parts.shape(view, [group for _, group in groups], known, head) if sure else ()
    for title, group in groups:
        if title is not None:
            table.rows.append(_title(title, len(table.columns)))
        row = tables_torn_parts.row(view, group, known, head, shape)
        if row is not None:
            table.rows.append(row)
        else:
            (table.rows[-1].lines if table.rows else table.head).extend(group)
            table.torn.append((group[0].start, group[-1].end))
    rows = [row for row in table.rows if not row.group]
    if not head.columns[0].text and any(_SLASHED.search(row.cells[k].text) for row in rows for k in (2, 3)):
        return None  # dates among the names: the lines of several rows are mixed
    told = sum(any(map(table.cell, (row, row), _WHO)) and table.cell(row, "time") is not None for row in rows)
    return (table, behind) if len(rows) >= _FEWEST_ROWS and _TOLD * told >= len(rows) else None


def _parts(
    view: View, lines: Sequence[Line], begin: int, end: int, head: Head, table: Table
) -> Iterator[tuple[Line | None, list[Line]]]:
    """The lines of a table row by row, the first row of a group with the group's title.

    Headings that are printed again on the next page go to those of the table.
    """
    dated = partial(_timed, view) if head.product else _dated
    title: Line | None = None
    waiting: list[Line] = []
    i = begin
    while i <= end:
        line = lines[i] if i < end else None
        again = line is not None and not line.noise and i > begin and tables_torn_heads.again(lines, i, head)
        grouped = line is not None and not again and _group(lines, i, head)
        if line is None or again or grouped:
            for group in _numbered(waiting, dated):
                yield title, group
                title = None
            waiting = []
        if again:
            table.head.extend(again)
            i += len(again)
            continue
        if grouped:
            title = line
        elif line is not None and not line.noise:
            waiting.append(line)
        i += 1


def _timed(view: View, line: Line) -> bool:
    """Whether a line has a date, behind which words may say what comes of the task."""
    tokens = tables_torn_words.tokens(view, line)
    return tables_torn_words.when(tokens, product=True)[0] < len(tokens)


def _group(lines: Sequence[Line], at: int, head: Head) -> bool:
    """Whether a line is a group's title inside a table: numbered, no sentence, no heading in capitals, rows below."""
    line = lines[at]
    label = line.label
    spoilt = _SPOILT_GROUP.match(line.text) if label is None and not line.bars else None
    if spoilt is not None:
        return not line.heading and len(line.text.split()) <= _LONGEST_TITLE and _rows_below(lines, at)
    if label is None or label.kept or line.bars or line.heading or label.is_bullet:
        return False
    above = next((line for line in reversed(lines[:at]) if not line.noise), None)
    first = label.style == "1." and label.value == 1 and above in head.lines[-1:]  # "1." for "I."
    text = line.text[label.end :].strip(" \"'")
    if not (label.style in ("I", "A") or first) or text.isupper() or not text[:1].isupper() or text[-1:] in ".;:":
        return False
    if len(text.split()) > _LONGEST_TITLE or _dated(line):
        return False
    return _rows_below(lines, at)


def _rows_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a date stands below a line before the table ends."""
    for below in lines[at + 1 : at + 1 + _MOST_ROW_LINES]:
        if _ends(below):
            return False
        if _dated(below) or _MIDDLE_DATE.search(below.bare):
            return True
    return False


def _title(line: Line, columns: int) -> Row:
    """The row of a group's title: its label below the numbers, its words below the tasks."""
    label = line.label
    nothing = no_words(line.start)
    spoilt = _SPOILT_GROUP.match(line.text) if label is None else None
    start = label.end if label is not None else spoilt.end() if spoilt is not None else 0
    number = (
        line.words.cut(0, len(line.text[:start].rstrip())) if label is not None and label.style != "1." else nothing
    )
    task = line.words.cut(start, len(line.text.rstrip(" \"'")))
    return Row([number, task, *[nothing] * (columns - 2)], [line], group=True)


def _schedule(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """A schedule of days, places and persons: each line with a day is a row, the words around it are torn."""
    head = lines[at]
    numbered = _SCHEDULE.match(head.bare)
    header = numbered or _TIME_FIRST.match(head.bare)
    if header is None or head.bars >= _COLUMNS:
        return None
    names = ("number", "time", "rest") if numbered else ("time", "rest")  # whose words are whose is lost
    row_of, roles = (_DAY_FIRST, ["number", "time", "lead"]) if numbered else (_DAY_OF_ROW, ["time", "lead"])
    table = Table([head.words.cut(*header.span(name)) for name in names], roles, [], [head])
    waiting: list[Line] = []
    behind = at + 1
    for i in range(at + 1, min(len(lines), at + _MOST_LINES)):
        line = lines[i]
        if len(waiting) > _MOST_ROW_LINES or _ends(line):
            break
        if line.noise:
            continue
        waiting.append(line)
        day = row_of.match(line.bare)
        if day is None:
            continue
        cells = [line.words.cut(*day.span(name)) for name in ("number", "day") if name in day.groupdict()]
        table.rows.append(Row([*cells, no_words(line.start)], waiting))
        waiting = []
        behind = i + 1
    return (table, behind) if len(table.rows) >= _FEWEST_ROWS else None


def _ends(line: Line) -> bool:
    """Whether a line stands behind the table: a heading with its label, or one in capitals."""
    if line.heading or (line.text.isupper() and len(line.text) > _LONGEST_CAPITALS):
        return True
    label = line.label
    if label is None or label.kept:
        return False
    if label.is_bullet:
        return line.text[-1:] in ".;" and not line.bars and line.text[label.end : label.end + 1].isupper()
    if label.style == "I":
        return True
    return line.text[: label.end].rstrip()[-1:] in ".)" and line.text[label.end : label.end + 1].isupper()


def _behind(lines: Sequence[Line], at: int, head: Head) -> bool:
    """Whether a line stands behind the table, and is no title of a group in it."""
    return not lines[at].noise and _ends(lines[at]) and not _group(lines, at, head)


def _neighbours(*texts: str) -> frozenset[tuple[str, str]]:
    """Pairs of words that stand side by side elsewhere in the plan, or in names of bodies."""
    pairs = set()
    for text in texts:
        words = _plain(text.split())
        for (a, b), word in zip(pairwise(map(bare, words)), words[1:], strict=False):
            pairs.add((a, b))
            if word[0].isupper():
                pairs.add((a, b.upper()))
    capital = {(a, b.upper()) for a, b in seams()} | {("hop", name.upper()) for name in NAMES}  # "phối hợp Hội"
    joined = {(bare(word), "va") for word in joints()}  # "Phòng Văn hóa" above "và Thông tin"
    return frozenset(_FREQUENT | _PLACED | pairs | {(bare(a), bare(b)) for a, b in compounds()} | capital | joined)


def _plain(words: Sequence[str]) -> list[str]:
    return [plain for word in words if (plain := word.strip(".,;:()\"'|_-–"))]


def _numbered(lines: Sequence[Line], has_date: Callable[[Line], bool]) -> Iterator[list[Line]]:
    """The lines row by row: by numbers that count on where they do, each stretch between others as it falls."""
    starts = {_over(lines, i): value for i, value in tables_torn_shape.starts(lines).items()}
    cuts = sorted({0, *starts, len(lines)})
    for begin, end in pairwise(cuts):
        stretch = lines[begin:end]
        whole = begin in starts and (end == len(lines) or starts.get(end) == starts[begin] + 1)
        if whole and len(stretch) <= _TALLEST_ROW and sum(map(has_date, stretch)) <= 1:
            yield list(stretch)
        else:
            yield from _groups(stretch, has_date)


def _over(lines: Sequence[Line], at: int) -> int:
    """Where a row begins whose number stands on line ``at``: above it may be the tops of taller cells.

    "Ban Chỉ" above "4 | Hội thao | Công an | huy Quân", "Tháng" above "3/2031".
    """
    while at and not tables_torn_shape.number(lines[at - 1]):
        words = lines[at - 1].bare.split()
        name = words[0] in NAMES and lines[at - 1].text[:1].isupper() and len(words) <= FEW_WORDS
        if not (name and at > 1 and not _OPEN.search(lines[at - 2].bare)) and words[-1] not in _HALF_DATES:
            break
        at -= 1
    return at


def _groups(lines: Sequence[Line], has_date: Callable[[Line], bool] | None = None) -> Iterator[list[Line]]:
    """The lines row by row: a row begins with a capital, behind a number or a stain perhaps, where one has its date.

    A word or two above the row's number are the top of a taller cell.
    """
    group: list[Line] = []
    dated = False
    for line in lines:
        first, numbered = _opening(line)
        over = numbered and not dated and all(len(above.text.split()) <= FEW_WORDS for above in group)
        opens = (first.isupper() and (dated or numbered) and not over) or (dated and _tops(group[-1], line))
        opens = opens or (len(group) > 1 and _ACTS.match(line.text) is not None)
        opens = opens or (dated and numbered and (has_date or _dated)(line))
        full = len(group) >= _MOST_ROW_LINES and not (line.text[:1].islower() and len(group) < _TALLEST_ROW)
        if group and (opens or full):
            yield group
            group, dated = [], False
        group.append(line)
        dated = dated or (has_date or _dated)(line)
    if group:
        yield group


def _tops(above: Line, line: Line) -> bool:
    """Whether a line is the top of a taller cell of the row below: a body's name behind a stain or two, no list's."""
    words = [token[0] for token in TOKEN.finditer(line.text)]
    name = next((k for k, word in enumerate(words) if word[:1].isupper() and bare(word) in NAMES), 0)
    stained = all(len(word) <= FEW_WORDS and not word[:1].isupper() for word in words[:name])
    return 0 < name <= FEW_WORDS and stained and len(words) - name <= 2 * FEW_WORDS and not _lists_on(above)


def _lists_on(line: Line) -> bool:
    """Whether a list of names goes on below a line, which ends in its comma or semicolon."""
    return line.text.rstrip(" |_").endswith((",", ";"))


def _dated(line: Line) -> bool:
    """Whether a line ends in a date, as a row does and a sentence does not."""
    words = line.bare.rsplit(" ", 2)
    last = words[-2] if len(words) > 1 and words[-1] in _STROKE else words[-1]
    return line.text[-1:] not in ".;" and DATE.search(last) is not None


def _opening(line: Line) -> tuple[str, bool]:
    """The first letter of a line's first word that is no stain, and whether a number stands before it."""
    numbered = _BARRED.match(line.text) is not None
    for token in TOKEN.finditer(line.text):
        word = token[0].strip("“”\"'‘’_.,-+*: ")
        if len(word) > 1 and word[0].isalpha():
            return word[0], numbered
        numbered = numbered or word.isdecimal()
    return "", numbered
