import RegionTesting
import Testing

@testable import MAASRegion

/// Scripts of type `deployment`, which came with 3.8: every deployment runs all of them.
@Suite struct DeploymentScriptTests {
    private func deploying(_ maas: TestRegion) throws -> String {
        let script = try maas.upload(
            "POST", "scripts/", fields: [("name", "after"), ("type", "deployment")],
            files: [("script", "#!/bin/sh\nexit 0\n")])
        #expect(script.status < 300, "\(script.text)")
        let id = try maas.systemID("node01")
        #expect(try maas.post("machines/", op: "allocate", ["system_id": id]).status == 200)
        #expect(try maas.post("machines/\(id)/", op: "deploy").status == 200)
        return id
    }

    /// The status of a script's result, in each run there is.
    private func results(_ maas: TestRegion, _ id: String, of script: String = "after") throws -> [String?] {
        try maas.get("nodes/\(id)/results/", query: ["type": "deployment"]).list.map { run in
            guard case .array(let results) = run["results"] else { return nil }
            return results.first { $0["name"]?.string == script }.flatMap { $0["status_name"]?.string }
        }
    }

    @Test func deploymentsRunThem() throws {
        let maas = try TestRegion(version: .v3_8)
        let id = try deploying(maas)
        #expect(try results(maas, id) == ["Pending"])
        try maas.advance(3600)
        #expect(try results(maas, id) == ["Passed"])
        #expect(try maas.get("machines/\(id)/").string("status_name") == "Deployed")
    }

    @Test func oneThatFailsFailsTheDeployment() throws {
        let maas = try TestRegion(version: .v3_8)
        try maas.region.withState { state in
            _ = try LifecycleFailure.add(
                state, .deploy, systemID: nil, script: "after", count: 1, reason: "no", stalls: false)
        }
        let id = try deploying(maas)
        try maas.advance(3600)
        #expect(try results(maas, id) == ["Failed"])
        #expect(try maas.get("machines/\(id)/").string("status_name") == "Failed deployment")
    }

    /// MAAS brings one of its own, and the run before is kept.
    @Test func whatMAASBringsRunsToo() throws {
        let maas = try TestRegion(version: .v3_8)
        let id = try deploying(maas)
        #expect(try results(maas, id, of: "50-curtin-install") == ["Pending"])
        try maas.advance(3600)
        #expect(try results(maas, id, of: "50-curtin-install") == ["Passed"])
    }

    @Test func olderDeploymentsMakeNoRun() throws {
        let maas = try TestRegion(version: .v3_7)
        let id = try maas.systemID("node01")
        #expect(try maas.post("machines/", op: "allocate", ["system_id": id]).status == 200)
        #expect(try maas.post("machines/\(id)/", op: "deploy").status == 200)
        let runs: Int? = try maas.region.withState { state in
            try state.db.scalar("SELECT COUNT(*) FROM script_sets WHERE kind = ?", ScriptSet.Kind.deployment.rawValue)
        }
        #expect(runs == 0)
    }

    /// A region without the Internet cannot reach a provider of single sign-on, whatever is right about it.
    @Test func providersThatCannotBeReached() throws {
        let maas = try TestRegion(version: .v3_8)
        let answer = try maas.post(
            "oidc-providers/",
            [
                "name": "p", "issuer_url": "https://i.example/", "redirect_uri": "https://r.example/",
                "client_id": "x", "client_secret": "y", "enabled": "true", "token_type": "JWT", "vendor": "Generic",
                "scopes": "openid",
            ])
        #expect(answer.status == 502 && answer.text == "Failed to create OIDC provider: Bad gateway.")
        #expect(try maas.post("oidc-providers/", ["issuer_url": "x"]).status == 400)
    }
}
