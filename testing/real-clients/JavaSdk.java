import com.slack.api.Slack;
import com.slack.api.SlackConfig;

/**
 * Slack's Java SDK, unchanged, against an organisation: in both versions a user is created, read and
 * put back without its null members, as in the SDK's test createAndDeleteFullUser.
 *
 * <pre>
 * npx slack-scim-conformance mock --port 8080
 * SCIM_URL=http://127.0.0.1:8080/scim SCIM_TOKEN=xoxp-mock-admin \
 *   java -cp "slack-api-client and what it depends on" testing/real-clients/JavaSdk.java
 * </pre>
 *
 * The SDK throws for each status that is not 2xx.
 */
public class JavaSdk {
  private static final long NOW = System.currentTimeMillis();

  public static void main(String[] arguments) throws Exception {
    SlackConfig config = new SlackConfig();
    config.setStatsEnabled(false);
    config.setScimEndpointUrlPrefix(System.getenv("SCIM_URL") + "/v1/");
    config.setScim2EndpointUrlPrefix(System.getenv("SCIM_URL") + "/v2/");
    Slack slack = Slack.getInstance(config);
    String token = System.getenv("SCIM_TOKEN");
    firstVersion(slack.scim(token));
    secondVersion(slack.scim2(token));
    slack.close();
  }

  private static void firstVersion(com.slack.api.scim.SCIMClient client) throws Exception {
    var user = new com.slack.api.scim.model.User();
    user.setUserName("ada" + NOW);
    user.setName(new com.slack.api.scim.model.User.Name());
    user.getName().setGivenName("Ada");
    user.getName().setFamilyName("King");
    var email = new com.slack.api.scim.model.User.Email();
    email.setValue("ada+" + NOW + "@example.com");
    user.setEmails(java.util.List.of(email));
    String id = client.createUser(request -> request.user(user)).getId();
    var read = client.readUser(request -> request.id(id));
    read.setUserName("ada" + NOW + "_r");
    read.setNickName("ada" + NOW + "_r");
    client.updateUser(request -> request.id(id).user(read));
    String name = client.readUser(request -> request.id(id)).getUserName();
    expect("1.1: the user was put back", ("ada" + NOW + "_r").equals(name));
    client.deleteUser(request -> request.id(id));
    client.deleteUser(request -> request.id(id));
    System.out.println("1.1: deleted twice");
  }

  private static void secondVersion(com.slack.api.scim2.SCIM2Client client) throws Exception {
    var user = new com.slack.api.scim2.model.User();
    user.setUserName("bea" + NOW);
    user.setName(new com.slack.api.scim2.model.User.Name());
    user.getName().setGivenName("Bea");
    user.getName().setFamilyName("King");
    var email = new com.slack.api.scim2.model.User.Email();
    email.setValue("bea+" + NOW + "@example.com");
    user.setEmails(java.util.List.of(email));
    String id = client.createUser(request -> request.user(user)).getId();
    var read = client.readUser(request -> request.id(id));
    read.setUserName("bea" + NOW + "_r");
    read.setNickName("bea" + NOW + "_r");
    client.updateUser(request -> request.id(id).user(read));
    String name = client.readUser(request -> request.id(id)).getUserName();
    expect("2.0: the user was put back", ("bea" + NOW + "_r").equals(name));
    client.deleteUser(request -> request.id(id));
    client.deleteUser(request -> request.id(id));
    System.out.println("2.0: deleted twice");
  }

  private static void expect(String what, boolean holds) {
    System.out.println((holds ? "ok: " : "NOT: ") + what);
    if (!holds) System.exit(1);
  }
}
