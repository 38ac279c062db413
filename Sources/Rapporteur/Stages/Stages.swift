/// All stages, in the order in which the default pipeline runs them; `verbatim` takes boilerplate's place for text
/// that is clean already. A new stage is a folder beside this file and a line here.
public let stages: [any Stage.Type] = [
  Boilerplate.self,
  Verbatim.self,
  Sentences.self,
  Entities.self,
  Speakers.self,
  Proposals.self,
]

/// The stages of the pipeline that runs where no pipeline.yml says otherwise.
public let defaultStages = ["boilerplate", "sentences", "entities", "speakers", "proposals"]
