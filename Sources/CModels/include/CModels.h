#ifndef RAPPORTEUR_CMODELS_H
#define RAPPORTEUR_CMODELS_H

#include <stddef.h>

/// One file of this target, compiled into the binary.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t length;
} RapporteurModelFile;

/// All files, in the order of CModels.c; `count` receives how many there are.
const RapporteurModelFile *_Nonnull rapporteur_model_files(size_t *_Nonnull count);

#endif
