"""A day of a provisioning job that is written with Slack's Python SDK: people join, change, leave and come back.

    pip install slack_sdk
    npx slack-scim-conformance mock --port 8080
    SCIM_URL=http://127.0.0.1:8080/scim/v1/ SCIM_TOKEN=xoxp-mock-admin python examples/python-sdk/day.py

It is the client of the walk in docs/move-a-client.md: with a URL of 1.1 it sends what teams send today, with a URL of
2.0 what `migrate` says of it. Prints the status of each answer.
"""

import os

from slack_sdk.scim import SCIMClient
from slack_sdk.scim.v1.group import Group, GroupMember
from slack_sdk.scim.v1.user import User, UserEmail, UserName, UserPhoneNumber

url = os.environ["SCIM_URL"]
token = os.environ["SCIM_TOKEN"]
is_v2 = "/v2" in url
patch_op = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
old_enterprise = "urn:scim:schemas:extension:enterprise:1.0"


class Client20(SCIMClient):
    """The client after the move: the SDK has PATCH in the form of 1.1 only, and other URNs."""

    def search_users(self, *, filter=None, **page):
        # 2.0 has no attribute `email`.
        return super().search_users(filter=filter and filter.replace("email eq", "emails eq"), **page)

    def create_user(self, user):
        return super().create_user({**user.to_dict(), "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"]})

    def create_group(self, group):
        return super().create_group({**group.to_dict(), "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"]})

    def update_user(self, user):
        whole = user.to_dict()
        for read_only in ("schemas", "meta", "groups"):
            whole.pop(read_only, None)
        extensions = [name for name in whole if name.startswith("urn:")]
        return super().update_user({**whole, "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", *extensions]})

    def patch(self, path, *operations):
        body = {"schemas": [patch_op], "Operations": list(operations)}
        return self.api_call(http_verb="PATCH", path=path, body_params=body)


client = (Client20 if is_v2 else SCIMClient)(token=token, base_url=url)
core = ["urn:scim:schemas:core:1.0"]


def patch(kind, resource_id, of_11, *operations):
    """The change in the form of the version: a partial resource, or the operations of a PatchOp."""
    if is_v2:
        return client.patch(f"{kind}s/{resource_id}", *operations)
    if kind == "User":
        return client.patch_user(id=resource_id, partial_user=of_11)
    return client.patch_group(id=resource_id, partial_group=of_11)


def replace(path, value):
    return {"op": "replace", "path": path, "value": value}


def add(path, value):
    return {"op": "add", "path": path, "value": value}


def remove(path):
    return {"op": "remove", "path": path}


people = [
    ("Ada", "King", "Analyst"),
    ("Grace", "Hopper", "Rear admiral"),
    ("Radia", "Perlman", "Engineer"),
    ("Mary", "Jackson", "Engineer"),
    ("Lynn", "Conway", "Architect"),
    ("Karen", "Jones", "Librarian"),
]


def told(what, answer):
    print(f"{answer.status_code} {what}")
    return answer


def address(given, family):
    return f"{given}.{family}@people.example".lower()


def find(given, family):
    wanted = address(given, family)
    found = told(f"find {given}", client.search_users(start_index=1, filter=f'email eq "{wanted}"', count=1))
    for person in found.users or []:
        # A list of 2.0 whose filter is ignored begins with a stranger.
        if not is_v2 or any(each.value == wanted for each in person.emails):
            return person
    return None


def join(given, family, title):
    person = find(given, family)
    if person is not None:
        return person
    created = told(
        f"{given} joins",
        client.create_user(
            User(
                user_name=f"{given}.{family}".lower(),
                name=UserName(given_name=given, family_name=family),
                emails=[UserEmail(value=address(given, family), type="work", primary=True)],
                phone_numbers=[UserPhoneNumber(value="+1 555 0100", type="work")],
                title=title,
                schemas=core,
            )
        ),
    )
    return created.user


joined = [join(*person) for person in people]
ids = [person.id for person in joined]

# The same person again: Slack rejects it.
told(
    "Ada joins twice",
    client.create_user(
        User(user_name="ada.king", emails=[UserEmail(value=address("Ada", "King"))], schemas=core),
    ),
)

# A team, and who is in it.
team = told(
    "a team",
    client.create_group(
        Group(display_name="Engines", members=[GroupMember(value=each) for each in ids[:2]], schemas=core)
    ),
).group
two_more = [{"value": each} for each in ids[2:4]]
told("two more members", patch("Group", team.id, {"members": two_more}, add("members", two_more)))
told(
    "one member leaves the team",
    patch(
        "Group",
        team.id,
        {"members": [{"value": ids[0], "operation": "delete"}]},
        remove(f'members[value eq "{ids[0]}"]'),
    ),
)
told(
    "the team is renamed",
    patch("Group", team.id, Group(display_name="Analytical engines"), replace("displayName", "Analytical engines")),
)
told("look for the team", client.search_groups(start_index=1, filter='displayName eq "Analytical engines"', count=10))

# Changes of the day.
for given, family, _ in people[1:4]:
    person = find(given, family)
    told(f"{given} is promoted", patch("User", person.id, User(title="Principal"), replace("title", "Principal")))
number = {"value": "+1 555 0199", "type": "mobile", "primary": True}
told(
    "Mary has another number",
    patch("User", ids[3], User(phone_numbers=[UserPhoneNumber(**number)]), add("phoneNumbers", [number])),
)
told("Lynn has no title any more", patch("User", ids[4], {"meta": {"attributes": ["title"]}}, remove("title")))
told(
    "Karen changes her name",
    patch(
        "User",
        ids[5],
        User(name=UserName(family_name="Spärck Jones")),
        replace("name.familyName", "Spärck Jones"),
    ),
)
department = {"department": "Compilers", "manager": {"managerId": ids[0]}}
told(
    "Grace goes to another department",
    patch(
        "User",
        ids[1],
        {"schemas": [*core, old_enterprise], old_enterprise: department},
        add(enterprise, department),
    ),
)
whole = told("read Radia", client.read_user(ids[2])).user
whole.nick_name = "radia"
told("put Radia back with a nickname", client.update_user(user=whole))

# Leavers, and one who comes back.
told("Mary leaves", patch("User", ids[3], User(active=False), replace("active", False)))
told("Lynn leaves", client.delete_user(ids[4]))
told("Mary comes back", patch("User", ids[3], User(active=True), replace("active", True)))

# The nightly comparison reads everybody.
start, total = 1, 1
while start <= total:
    page = told(f"everybody from {start}", client.search_users(start_index=start, count=50))
    total = page.snake_cased_body["total_results"]
    start += 50
told("the team is dissolved", client.delete_group(team.id))
