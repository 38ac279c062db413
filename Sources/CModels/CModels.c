#include "CModels.h"

// Word lists and models are compiled in with C23's #embed: nothing to find at run time, nothing to lose when the
// binary is moved, and the compiler takes a second for megabytes where a Swift literal takes minutes.
// A new file is two entries here: its bytes and its row in the table. Keep both in alphabetical order.

#define FILE_ROW(name) {#name, list_##name, sizeof list_##name}
#define MODEL_ROW(name) {"model_" #name, model_##name, sizeof model_##name}

static const unsigned char list_after_names_zh[] = {
#embed "Lists/after_names_zh.txt"
};

static const unsigned char list_agencies[] = {
#embed "Lists/agencies.txt"
};

static const unsigned char list_bodies[] = {
#embed "Lists/bodies.txt"
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

static const unsigned char list_capitals[] = {
#embed "Lists/capitals.txt"
};

static const unsigned char list_cities[] = {
#embed "Lists/cities.txt"
};

static const unsigned char list_cities_ko[] = {
#embed "Lists/cities_ko.txt"
};

static const unsigned char list_cities_zh[] = {
#embed "Lists/cities_zh.txt"
};

static const unsigned char list_common_words[] = {
#embed "Lists/common_words.txt"
};

static const unsigned char list_countries[] = {
#embed "Lists/countries.txt"
};

static const unsigned char list_countries_zh_short[] = {
#embed "Lists/countries_zh_short.txt"
};

static const unsigned char list_country_names[] = {
#embed "Lists/country_names.txt"
};

static const unsigned char list_demonyms[] = {
#embed "Lists/demonyms.txt"
};

static const unsigned char list_function_words[] = {
#embed "Lists/function_words.txt"
};

static const unsigned char list_furniture_words[] = {
#embed "Lists/furniture_words.txt"
};

static const unsigned char list_given_names[] = {
#embed "Lists/given_names.txt"
};

static const unsigned char list_markup_words[] = {
#embed "Lists/markup_words.txt"
};

static const unsigned char list_months[] = {
#embed "Lists/months.txt"
};

static const unsigned char list_name_origins[] = {
#embed "Lists/name_origins.txt"
};

static const unsigned char list_name_parts_zh[] = {
#embed "Lists/name_parts_zh.txt"
};

static const unsigned char list_name_words[] = {
#embed "Lists/name_words.txt"
};

static const unsigned char list_names_ko[] = {
#embed "Lists/names_ko.txt"
};

static const unsigned char list_names_zh[] = {
#embed "Lists/names_zh.txt"
};

static const unsigned char list_page_months[] = {
#embed "Lists/page_months.txt"
};

static const unsigned char list_pair_followers_zh[] = {
#embed "Lists/pair_followers_zh.txt"
};

static const unsigned char list_person_words[] = {
#embed "Lists/person_words.txt"
};

static const unsigned char list_places[] = {
#embed "Lists/places.txt"
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

static const unsigned char list_regions[] = {
#embed "Lists/regions.txt"
};

static const unsigned char list_reporting_chinese[] = {
#embed "Lists/reporting_chinese.txt"
};

static const unsigned char list_reporting_korean[] = {
#embed "Lists/reporting_korean.txt"
};

static const unsigned char list_reporting_phrases[] = {
#embed "Lists/reporting_phrases.txt"
};

static const unsigned char list_reporting_verbs[] = {
#embed "Lists/reporting_verbs.txt"
};

static const unsigned char list_run_weights[] = {
#embed "Lists/run_weights.txt"
};

static const unsigned char list_sentence_words_da[] = {
#embed "Lists/sentence_words_da.txt"
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

static const unsigned char list_sentence_words_nl[] = {
#embed "Lists/sentence_words_nl.txt"
};

static const unsigned char list_sentence_words_ru[] = {
#embed "Lists/sentence_words_ru.txt"
};

static const unsigned char list_speaker_words[] = {
#embed "Lists/speaker_words.txt"
};

static const unsigned char list_speech_nouns[] = {
#embed "Lists/speech_nouns.txt"
};

static const unsigned char list_state_words[] = {
#embed "Lists/state_words.txt"
};

static const unsigned char list_subdivisions[] = {
#embed "Lists/subdivisions.txt"
};

static const unsigned char list_surnames[] = {
#embed "Lists/surnames.txt"
};

static const unsigned char list_surnames_east[] = {
#embed "Lists/surnames_east.txt"
};

static const unsigned char list_surnames_ko[] = {
#embed "Lists/surnames_ko.txt"
};

static const unsigned char list_surnames_zh[] = {
#embed "Lists/surnames_zh.txt"
};

static const unsigned char list_title_synonyms[] = {
#embed "Lists/title_synonyms.txt"
};

static const unsigned char list_titles[] = {
#embed "Lists/titles.txt"
};

static const unsigned char list_titles_ko[] = {
#embed "Lists/titles_ko.txt"
};

static const unsigned char list_titles_zh[] = {
#embed "Lists/titles_zh.txt"
};

static const unsigned char model_names[] = {
#embed "Models/names.bin"
};

static const unsigned char model_passages_text[] = {
#embed "Models/passages_text.bin"
};

static const unsigned char model_passages_tree[] = {
#embed "Models/passages_tree.bin"
};

static const RapporteurModelFile files[] = {
    FILE_ROW(after_names_zh),
    FILE_ROW(agencies),
    FILE_ROW(bodies),
    FILE_ROW(boilerplate_phrases),
    FILE_ROW(calendar),
    FILE_ROW(calendar_phrases),
    FILE_ROW(capitals),
    FILE_ROW(cities),
    FILE_ROW(cities_ko),
    FILE_ROW(cities_zh),
    FILE_ROW(common_words),
    FILE_ROW(countries),
    FILE_ROW(countries_zh_short),
    FILE_ROW(country_names),
    FILE_ROW(demonyms),
    FILE_ROW(function_words),
    FILE_ROW(furniture_words),
    FILE_ROW(given_names),
    FILE_ROW(markup_words),
    FILE_ROW(months),
    FILE_ROW(name_origins),
    FILE_ROW(name_parts_zh),
    FILE_ROW(name_words),
    FILE_ROW(names_ko),
    FILE_ROW(names_zh),
    FILE_ROW(page_months),
    FILE_ROW(pair_followers_zh),
    FILE_ROW(person_words),
    FILE_ROW(places),
    FILE_ROW(proposal_counts),
    FILE_ROW(proposal_ordinals),
    FILE_ROW(proposal_phrases),
    FILE_ROW(proposal_words),
    FILE_ROW(regions),
    FILE_ROW(reporting_chinese),
    FILE_ROW(reporting_korean),
    FILE_ROW(reporting_phrases),
    FILE_ROW(reporting_verbs),
    FILE_ROW(run_weights),
    FILE_ROW(sentence_words_da),
    FILE_ROW(sentence_words_de),
    FILE_ROW(sentence_words_en),
    FILE_ROW(sentence_words_es),
    FILE_ROW(sentence_words_fr),
    FILE_ROW(sentence_words_it),
    FILE_ROW(sentence_words_nl),
    FILE_ROW(sentence_words_ru),
    FILE_ROW(speaker_words),
    FILE_ROW(speech_nouns),
    FILE_ROW(state_words),
    FILE_ROW(subdivisions),
    FILE_ROW(surnames),
    FILE_ROW(surnames_east),
    FILE_ROW(surnames_ko),
    FILE_ROW(surnames_zh),
    FILE_ROW(title_synonyms),
    FILE_ROW(titles),
    FILE_ROW(titles_ko),
    FILE_ROW(titles_zh),
    MODEL_ROW(names),
    MODEL_ROW(passages_text),
    MODEL_ROW(passages_tree),
};

const RapporteurModelFile *rapporteur_model_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
