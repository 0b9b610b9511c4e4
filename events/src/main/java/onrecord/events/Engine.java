package onrecord.events;

/**
 * What made the findings of an event.
 *
 * @param name "onrecord"
 * @param version of the engine; it changes whenever the findings may
 * @param model the names and versions of its trained parts, or null where it has none
 */
public record Engine(String name, String version, String model) {
  public Engine {
    Check.required("engine.name", name, 100);
    Check.required("engine.version", version, 100);
    Check.optional("engine.model", model, 1_000);
  }
}
