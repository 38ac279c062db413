#include "CReport.h"

// The page of `rapporteur view`, compiled in with C23's #embed. Style and script are each the files of one ending, one
// behind the other in the order of the table.

#define PAGE_ROW(variable, name) {name, page_##variable, sizeof page_##variable}

static const unsigned char page_page_html[] = {
#embed "Page/page.html"
};

static const unsigned char page_frame_css[] = {
#embed "Page/frame.css"
};

static const unsigned char page_filters_css[] = {
#embed "Page/filters.css"
};

static const unsigned char page_list_css[] = {
#embed "Page/list.css"
};

static const unsigned char page_reader_css[] = {
#embed "Page/reader.css"
};

static const unsigned char page_marks_css[] = {
#embed "Page/marks.css"
};

static const unsigned char page_card_css[] = {
#embed "Page/card.css"
};

static const unsigned char page_views_css[] = {
#embed "Page/views.css"
};

static const unsigned char page_charts_css[] = {
#embed "Page/charts.css"
};

static const unsigned char page_together_css[] = {
#embed "Page/together.css"
};

static const unsigned char page_print_css[] = {
#embed "Page/print.css"
};

static const unsigned char page_words_js[] = {
#embed "Page/words.js"
};

static const unsigned char page_elements_js[] = {
#embed "Page/elements.js"
};

static const unsigned char page_offsets_js[] = {
#embed "Page/offsets.js"
};

static const unsigned char page_spans_js[] = {
#embed "Page/spans.js"
};

static const unsigned char page_corpus_js[] = {
#embed "Page/corpus.js"
};

static const unsigned char page_state_js[] = {
#embed "Page/state.js"
};

static const unsigned char page_time_bins_js[] = {
#embed "Page/time-bins.js"
};

static const unsigned char page_search_js[] = {
#embed "Page/search.js"
};

static const unsigned char page_selection_js[] = {
#embed "Page/selection.js"
};

static const unsigned char page_filters_js[] = {
#embed "Page/filters.js"
};

static const unsigned char page_list_js[] = {
#embed "Page/list.js"
};

static const unsigned char page_card_js[] = {
#embed "Page/card.js"
};

static const unsigned char page_marked_text_js[] = {
#embed "Page/marked-text.js"
};

static const unsigned char page_document_head_js[] = {
#embed "Page/document-head.js"
};

static const unsigned char page_reader_js[] = {
#embed "Page/reader.js"
};

static const unsigned char page_who_js[] = {
#embed "Page/who.js"
};

static const unsigned char page_charts_js[] = {
#embed "Page/charts.js"
};

static const unsigned char page_together_js[] = {
#embed "Page/together.js"
};

static const unsigned char page_graph_js[] = {
#embed "Page/graph.js"
};

static const unsigned char page_failures_js[] = {
#embed "Page/failures.js"
};

static const unsigned char page_theme_js[] = {
#embed "Page/theme.js"
};

static const unsigned char page_keys_js[] = {
#embed "Page/keys.js"
};

static const unsigned char page_main_js[] = {
#embed "Page/main.js"
};

static const RapporteurPageFile files[] = {
    PAGE_ROW(page_html, "page.html"),
    PAGE_ROW(frame_css, "frame.css"),
    PAGE_ROW(filters_css, "filters.css"),
    PAGE_ROW(list_css, "list.css"),
    PAGE_ROW(reader_css, "reader.css"),
    PAGE_ROW(marks_css, "marks.css"),
    PAGE_ROW(card_css, "card.css"),
    PAGE_ROW(views_css, "views.css"),
    PAGE_ROW(charts_css, "charts.css"),
    PAGE_ROW(together_css, "together.css"),
    PAGE_ROW(print_css, "print.css"),
    PAGE_ROW(words_js, "words.js"),
    PAGE_ROW(elements_js, "elements.js"),
    PAGE_ROW(offsets_js, "offsets.js"),
    PAGE_ROW(spans_js, "spans.js"),
    PAGE_ROW(corpus_js, "corpus.js"),
    PAGE_ROW(state_js, "state.js"),
    PAGE_ROW(time_bins_js, "time-bins.js"),
    PAGE_ROW(search_js, "search.js"),
    PAGE_ROW(selection_js, "selection.js"),
    PAGE_ROW(filters_js, "filters.js"),
    PAGE_ROW(list_js, "list.js"),
    PAGE_ROW(card_js, "card.js"),
    PAGE_ROW(marked_text_js, "marked-text.js"),
    PAGE_ROW(document_head_js, "document-head.js"),
    PAGE_ROW(reader_js, "reader.js"),
    PAGE_ROW(who_js, "who.js"),
    PAGE_ROW(charts_js, "charts.js"),
    PAGE_ROW(together_js, "together.js"),
    PAGE_ROW(graph_js, "graph.js"),
    PAGE_ROW(failures_js, "failures.js"),
    PAGE_ROW(theme_js, "theme.js"),
    PAGE_ROW(keys_js, "keys.js"),
    PAGE_ROW(main_js, "main.js"),
};

const RapporteurPageFile *rapporteur_page_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
