"""Slack's Python SDK, unchanged, against an organisation: a user and a group, each read and put back.

    pip install slack_sdk
    npx slack-scim-conformance mock --port 8080
    SCIM_URL=http://127.0.0.1:8080/scim/v1/ SCIM_TOKEN=xoxp-mock-admin python testing/real-clients/python_sdk.py

With the URL of version 2.0 it does what the SDK can do there: all but PATCH, which it has in the form of 1.1 only.
Prints each status, and exits with 1 at the first one that the SDK's own tests do not expect.
"""

import os
import sys
import time

from slack_sdk.scim import SCIMClient
from slack_sdk.scim.v1.group import Group, GroupMember
from slack_sdk.scim.v1.user import User, UserEmail, UserName

url = os.environ["SCIM_URL"]
is_v2 = "/v2" in url
client = SCIMClient(token=os.environ["SCIM_TOKEN"], base_url=url)
now = str(int(time.time() * 1000))
core = "urn:ietf:params:scim:schemas:core:2.0:" if is_v2 else "urn:scim:schemas:core:1.0"


def schemas(kind):
    return [core + kind] if is_v2 else [core]


def expect(what, answer, status, holds=True):
    print(f"{answer.status_code} {what}")
    if answer.status_code != status or not holds:
        sys.exit(f"{what}: expected {status}; the answer is {answer.raw_body}")
    return answer


created = expect(
    "create a user",
    client.create_user(
        User(
            user_name=f"ada{now}",
            name=UserName(given_name="Ada", family_name="King"),
            emails=[UserEmail(value=f"ada+{now}@example.com")],
            schemas=schemas("User"),
        )
    ),
    201,
)
user = created.user
if not is_v2:
    expect(
        "change the name by PATCH",
        client.patch_user(id=user.id, partial_user=User(name=UserName(given_name="Augusta"))),
        200,
    )
read = expect("read the user", client.read_user(user.id), 200).user
read.name = UserName(given_name="Foo", family_name="Bar")
expect("put the user back", client.update_user(user=read), 200)
again = expect("read the user again", client.read_user(user.id), 200)
expect("the name is new, the rest as before", again, 200, again.user.name.given_name == "Foo" and again.user.active)

group = expect(
    "create a group",
    client.create_group(
        Group(display_name=f"Engines {now}", members=[GroupMember(value=user.id)], schemas=schemas("Group"))
    ),
    201,
).group
if not is_v2:
    partial = Group(display_name=f"Engines {now} 2")
    expect("rename the group by PATCH", client.patch_group(id=group.id, partial_group=partial), 204)
group.display_name = f"Engines {now} 3"
expect("put the group back", client.update_group(group), 200)
after = expect("read the group", client.read_group(group.id), 200)
expect("its member is still there", after, 200, [m.value for m in after.group.members] == [user.id])

expect("delete the group", client.delete_group(group.id), 204)
expect("delete the user", client.delete_user(user.id), 204 if is_v2 else 200)
