package onrecord.local;

import java.util.List;

/** What a disturbance does to the stage, and how it is mended. */
public enum Disturbance {
  SINK_KILLED {
    @Override
    public void strike(Stage stage) throws Exception {
      stage.killSink();
      stage.startSink();
    }
  },
  ENRICH_KILLED {
    @Override
    public void strike(Stage stage) throws Exception {
      stage.killEnrich();
      stage.startEnrich();
    }
  },
  COPIES_KILLED {
    @Override
    public void strike(Stage stage) throws Exception {
      stage.killCopies();
      stage.startCopies();
    }
  },
  BROKER_KILLED {
    @Override
    public void strike(Stage stage) throws Exception {
      stage.killBroker();
      stage.startBroker();
    }
  },
  DATABASE_STOPPED {
    @Override
    public void strike(Stage stage) throws Exception {
      stage.stopPostgres();
      stage.startPostgres();
    }
  },
  BROKER_STOPPED {
    @Override
    public void strike(Stage stage) throws Exception {
      stage.stopBroker();
      stage.startBroker();
    }
  };

  private static final List<Disturbance> ALL = List.of(values());

  /** One after the other, again from the first behind the last. */
  public static Disturbance inTurn(int number) {
    return ALL.get(number % ALL.size());
  }

  public abstract void strike(Stage stage) throws Exception;
}
