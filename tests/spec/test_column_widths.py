"""The columns of the terminal's tables: words stay whole while there is room for them."""

from vildplan.terminal.widths import column_widths


def test_every_column_has_its_longest_line_where_there_is_room() -> None:
    assert column_widths([["Navn", "Plænen nord"], ["Areal", "103 m²"]], 40, [False, True]) == [11, 6]


def test_a_column_is_never_narrower_than_its_longest_word_while_words_fit() -> None:
    # 16 letters of gæsteparkeringen and 9 of skråning, are 25
    names = ["Navn", "Plænen ved gæsteparkeringen"]
    today = ["I dag", "plæne, skråning, eng"]
    assert column_widths([names, today], 25, [False, False]) == [16, 9]


def test_what_is_left_goes_where_it_saves_lines() -> None:
    # 19 signs: "stort og samlet," "lidt kant at klippe"; one sign less makes three lines of them
    long = ["x", "stort og samlet, lidt kant at klippe"]
    short = ["y", "tæt på hæk"]
    assert column_widths([long, short], 31, [False, False]) == [19, 10]


def test_where_words_do_not_fit_the_widest_gives_way_first() -> None:
    assert column_widths([["boligafdelingen"], ["eng"]], 12, [False, False]) == [9, 3]


def test_a_whole_column_keeps_its_line() -> None:
    assert column_widths([["1.234 m²"], ["afstand til facade"]], 18, [True, False]) == [8, 10]
