import Foundation
import MAASClient

extension ClientWriteCases {
    static let scripts: [Case] = [
        make(
            "client.scripts.life", "a script is uploaded, tagged, replaced, turned back and removed",
            "NodeScriptsHandler, NodeScriptHandler", scriptLife),
        make(
            "client.scripts.commissioning", "a commissioning script is uploaded under its name, replaced and removed",
            "CommissioningScriptsHandler, CommissioningScriptHandler", commissioningScripts),
        make(
            "client.scripts.results", "what a machine's scripts brought is read, and not found where there is none",
            "NodeScriptResultsHandler, NodeScriptResultHandler", needs: [.admin, .architecture, .images], alone: true,
            results),
    ]

    @Sendable private static func scriptLife(_ context: CaseContext, _ client: MAASClient) async throws {
        let (name, first, second) = (context.prefix + "s", "#!/bin/sh\ntrue\n", "#!/bin/sh\nfalse\n")
        let made = try await client.scripts.create(
            ScriptCreation(
                name: name, title: "For the suite", tags: ["suite"], type: "testing", timeout: 90, script: first,
                comment: "first"))
        let script = client.scripts.script(name)
        context.undo("script \(name)") { try await script.delete() }
        context.expectEqual(made.title, "For the suite", "title")
        context.expectEqual(made.typeName, "Testing script", "type_name")
        context.expectEqual(made.isDefault, false, "default")
        context.expectEqual(try await script.download(), first, "the text")
        let changed = try await script.update(ScriptUpdate(description: "d", script: second, comment: "second"))
        context.expectEqual(changed.history?.count, 2, "the number of its versions")
        context.expectEqual(try await script.get(includeScript: true).description, "d", "description")
        context.expectEqual(try await script.addTag("more").tags?.contains("more"), true, "the tag is there")
        context.expectEqual(try await script.removeTag("more").tags?.contains("more"), false, "the tag is left")
        try await script.revert(to: -1)
        context.expectEqual(try await script.download(), first, "the text of before")
        let listed = try await client.scripts.list(type: "testing", filters: ["suite"])
        context.expect(listed.contains { $0.name == name }, "it is not listed")
        try await script.delete()
        try await context.expectRefusal("a script that is gone", 404) { try await script.get() }
    }

    @Sendable private static func commissioningScripts(_ context: CaseContext, _ client: MAASClient) async throws {
        let (name, first, second) = (context.prefix + "c", "#!/bin/sh\ntrue\n", "#!/bin/sh\nfalse\n")
        _ = try await client.commissioningScripts.create(name: name, content: Data(first.utf8))
        let script = client.commissioningScripts.script(name)
        context.undo("script \(name)") { try await script.delete() }
        let listed = try await client.commissioningScripts.list()
        context.expect(listed.contains(name), "it is not listed")
        context.expectEqual(try await script.get(), first, "the text")
        try await script.update(content: Data(second.utf8))
        context.expectEqual(try await script.get(), second, "the new text")
        try await script.delete()
        try await context.expectRefusal("a script that is gone", 404) { try await script.get() }
    }

    @Sendable private static func results(_ context: CaseContext, _ client: MAASClient) async throws {
        let machine = try await machine(context, client)
        try await machine.commission(CommissionOptions(testingScripts: ["none"]))
        let sets = try await machine.scriptResults.list()
        let set = try context.require(sets.first { $0.typeName == "Commissioning" }, "there is no commissioning")
        context.expectEqual(set.systemID, machine.systemID, "system_id")
        context.expect(!set.results.isEmpty, "the commissioning has no scripts")
        let resource = machine.scriptResults.scriptResult(set.id)
        let read = try await resource.get(includeOutput: true)
        // Scripts that others remove meanwhile are gone from it.
        let names = Set(set.results.map(\.name))
        context.expect(read.results.allSatisfy { names.contains($0.name) }, "the scripts are others")
        _ = try await resource.download(output: "combined", filetype: "txt")
        let suppressed = try await resource.update(suppressed: true)
        context.expect(suppressed.results.allSatisfy { $0.suppressed == true }, "a result is not suppressed")
        try await context.expectRefusal("the end of what is current", 400) { try await resource.delete() }
        try await stop(machine, back: .new)
        try await machine.commission(CommissionOptions(testingScripts: ["none"]))
        try await resource.delete()
        try await context.expectRefusal("results that are gone", 404) { try await resource.get() }
        let nowhere = context.prefix + "none"
        context.expectEqual(try await client.commissioningResults.list(systemID: nowhere).count, 0, "results of nobody")
        context.expectEqual(try await client.installationResults.list(systemID: nowhere).count, 0, "results of nobody")
    }
}
