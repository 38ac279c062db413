#include "CModels.h"

// Word lists and models are compiled in with C23's #embed: nothing to find at run time, nothing to lose when the
// binary is moved, and the compiler takes a second for megabytes where a Swift literal takes minutes.
// A new file is two entries here: its bytes and its row in the table. Keep both in alphabetical order.

#define FILE_ROW(name) {#name, list_##name, sizeof list_##name}
#define MODEL_ROW(name) {"model_" #name, model_##name, sizeof model_##name}

static const unsigned char list_agencies[] = {
#embed "Lists/agencies.txt"
};

static const unsigned char list_boilerplate_phrases[] = {
#embed "Lists/boilerplate_phrases.txt"
};

static const unsigned char list_calendar[] = {
#embed "Lists/calendar.txt"
};

static const unsigned char list_calendar_phrases[] = {
#embed "Lists/calendar_phrases.txt"
};

static const unsigned char list_function_words[] = {
#embed "Lists/function_words.txt"
};

static const unsigned char list_months[] = {
#embed "Lists/months.txt"
};

static const unsigned char list_page_months[] = {
#embed "Lists/page_months.txt"
};

static const unsigned char list_proposal_counts[] = {
#embed "Lists/proposal_counts.txt"
};

static const unsigned char list_proposal_ordinals[] = {
#embed "Lists/proposal_ordinals.txt"
};

static const unsigned char list_proposal_phrases[] = {
#embed "Lists/proposal_phrases.txt"
};

static const unsigned char list_proposal_words[] = {
#embed "Lists/proposal_words.txt"
};

static const unsigned char list_reporting_chinese[] = {
#embed "Lists/reporting_chinese.txt"
};

static const unsigned char list_reporting_korean[] = {
#embed "Lists/reporting_korean.txt"
};

static const unsigned char list_reporting_verbs[] = {
#embed "Lists/reporting_verbs.txt"
};

static const unsigned char list_sentence_words_de[] = {
#embed "Lists/sentence_words_de.txt"
};

static const unsigned char list_sentence_words_en[] = {
#embed "Lists/sentence_words_en.txt"
};

static const unsigned char list_sentence_words_es[] = {
#embed "Lists/sentence_words_es.txt"
};

static const unsigned char list_sentence_words_fr[] = {
#embed "Lists/sentence_words_fr.txt"
};

static const unsigned char list_sentence_words_it[] = {
#embed "Lists/sentence_words_it.txt"
};

static const unsigned char list_sentence_words_ru[] = {
#embed "Lists/sentence_words_ru.txt"
};

static const unsigned char list_speaker_words[] = {
#embed "Lists/speaker_words.txt"
};

static const unsigned char model_passages_text[] = {
#embed "Models/passages_text.bin"
};

static const RapporteurModelFile files[] = {
    FILE_ROW(agencies),
    FILE_ROW(boilerplate_phrases),
    FILE_ROW(calendar),
    FILE_ROW(calendar_phrases),
    FILE_ROW(function_words),
    FILE_ROW(months),
    FILE_ROW(page_months),
    FILE_ROW(proposal_counts),
    FILE_ROW(proposal_ordinals),
    FILE_ROW(proposal_phrases),
    FILE_ROW(proposal_words),
    FILE_ROW(reporting_chinese),
    FILE_ROW(reporting_korean),
    FILE_ROW(reporting_verbs),
    FILE_ROW(sentence_words_de),
    FILE_ROW(sentence_words_en),
    FILE_ROW(sentence_words_es),
    FILE_ROW(sentence_words_fr),
    FILE_ROW(sentence_words_it),
    FILE_ROW(sentence_words_ru),
    FILE_ROW(speaker_words),
    MODEL_ROW(passages_text),
};

const RapporteurModelFile *rapporteur_model_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
