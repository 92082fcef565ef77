"""The older client slack-scim (python-slack-scim), unchanged, against an organisation; version 1.1 only.

    pip install slack-scim setuptools
    npx slack-scim-conformance mock --port 8080
    SCIM_URL=http://127.0.0.1:8080/scim/v1 SCIM_TOKEN=xoxp-mock-admin python testing/real-clients/python_slack_scim.py

The client raises an error for each status that is not expected.
"""

import os
import time

from slack_scim import Group, GroupMember, SCIMClient, User

client = SCIMClient(token=os.environ["SCIM_TOKEN"], base_url=os.environ["SCIM_URL"])
now = str(int(time.time() * 1000))

user = client.create_user(
    User.from_dict(
        {
            "name": {"givenName": "Ada", "familyName": "King"},
            "emails": [{"value": f"ada+{now}@example.com"}],
            "userName": f"ada{now}",
        }
    )
)
changed = client.patch_user(user.id, {"name": {"givenName": "Augusta"}})
assert changed.name.given_name == "Augusta", changed.to_dict()
assert changed.name.family_name == "King", changed.to_dict()
changed.name.given_name = "Ada Augusta"
put = client.update_user(user.id, changed)
assert put.name.given_name == "Ada Augusta", put.to_dict()
assert client.read_user(user.id).active
print("a user: created, changed by PATCH, put back as it was read")

group = Group.from_dict({"displayName": f"Engines {now}"})
group.members = [GroupMember.from_dict({"value": user.id})]
group = client.create_group(group)
client.patch_group(group.id, {"displayName": f"Engines {now} 2"})
read = client.read_group(group.id)
read.display_name = f"Engines {now} 3"
client.update_group(group.id, read)
read = client.read_group(group.id)
assert [member.value for member in read.members] == [user.id], read.to_dict()
print("a group: created, renamed by PATCH, put back as it was read")

client.delete_group(group.id)
client.delete_user(user.id)
print("both deleted")
