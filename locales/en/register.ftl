# The register: proposals of expert teams, reading and discussing them.

proposals-title = Proposals
