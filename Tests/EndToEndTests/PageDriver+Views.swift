import Foundation
import HTTPClient
import ProgramTesting
import Testing

/// Every other list and form.
extension PageDriver {
    /// A call of a control endpoint beside the page.
    @discardableResult
    func control(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> HTTPClient.Response {
        var request = HTTPClient.Request(method: method, url: "\(emulator.origin)/emulator/\(path)")
        if let body {
            request.headers["Content-Type"] = "application/json"
            request.body = try JSONSerialization.data(withJSONObject: body)
        }
        return try await emulator.client.send(request)
    }

    /// Bars, the switch, and a machine that is composed.
    func hosts() async throws {
        try await go("hosts")
        try await browser.wait(for: "document.querySelectorAll('#hosts article').length === 4")
        #expect(try await shown("#hosts article .figures") == "2 of 32 used, 30 free")
        try await send("#hosts article form", ["hostname": "fresh", "cores": "3", "memory": "2", "gigabytes": "9"])
        try await browser.wait(for: "document.querySelector('#hosts article').innerText.includes('fresh')")
        try await browser.wait(for: "document.querySelector('#hosts .figures').innerText === '5 of 32 used, 27 free'")
        try await click("vmhost1 can be reached", in: "#hosts")
        try await browser.wait(for: "document.querySelector('#hosts .switch').getAttribute('aria-checked') === 'false'")
        #expect(try await shown("#hosts .switch").contains("unreachable"))
        // MAAS's own words for it, where they can be seen.
        try await send("#hosts article form", ["hostname": "never"])
        try await browser.wait(for: "document.querySelector('#alarm').innerText.includes('Failed talking to pod')")
        let box = try await browser.run(
            """
            const box = document.getElementById("alarm").getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight;
            """)
        #expect(box as? Bool == true)
        try await click("vmhost1 can be reached", in: "#hosts")
        try await browser.wait(for: "document.querySelector('#hosts .switch').getAttribute('aria-checked') === 'true'")
    }

    /// Fabrics, subnets with their usage, and who holds which address.
    func networks() async throws {
        try await go("networks")
        try await browser.wait(for: "document.querySelector('#networks').innerText.includes('10.10.0.0/24')")
        try await browser.wait(for: "document.querySelector('#networks .figures').innerText.includes('of 254 taken')")
        #expect(try await shown("#networks").contains("dynamic 10.10.0.200 – 10.10.0.250"))
        try await click("10.20.0.0/24", in: "#networks")
        #expect(try await shown("#networks .count").hasPrefix("3 of"))
        #expect(try await shown("#networks .list").contains("vmhost2"))
    }

    /// They come in live; one is opened and copied in both ways.
    func requests() async throws {
        try await go("requests")
        try await control(
            "POST", "faults", ["operation": "ZonesHandler.read", "count": 1, "failure": "database_conflict"])
        _ = try await emulator.admin("GET", "zones/")
        _ = try await emulator.admin("POST", "zones/", form: ["name": "az9", "desription": "x"])
        try await browser.wait(for: "document.querySelector('#requests').innerText.includes('unread: desription')")
        #expect(try await shown("#requests").contains("fault 1"))
        try await browser.run(
            """
            const which = [...document.querySelectorAll("#requests select")].at(-1);
            which.value = "unread";
            which.dispatchEvent(new Event("change"));
            """)
        #expect(try await browser.number("document.querySelectorAll('#requests [data-key]').length") == 1)
        try await browser.run("document.querySelector('#requests a').click()")
        try await browser.wait(for: "document.querySelector('#request').innerText.includes('desription = x')")
        // What would go to the clipboard is shown where the browser gives none.
        try await browser.run("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
        try await click("Copy as curl", in: "#request")
        try await browser.wait(for: "document.querySelector('#dialog textarea')?.value.startsWith('curl -X POST')")
        let curl = try await browser.text("document.querySelector('#dialog textarea').value")
        let sent = try Programs.run(
            "/bin/bash", ["-c", curl.replacing("curl ", with: "curl -s ").replacing("az9", with: "az10")])
        #expect(sent.output.contains("\"name\": \"az10\""), "\(sent)")
        try await browser.run("document.getElementById('dialog').close()")
        try await click("Copy as wire case", in: "#request")
        try await browser.wait(for: "document.querySelector('#dialog textarea')?.value.startsWith('{')")
        let text = try await browser.text("document.querySelector('#dialog textarea').value")
        try await browser.run("document.getElementById('dialog').close()")
        let file = emulator.files.file("copied.json")
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let listed = try Programs.run("maas-conformance", ["list", "--cases", file])
        #expect(listed.output.contains("protocol.copied.zones-handler-create"), "\(listed)")
    }

    /// A reset and a restore keep what they undo, none in the place of another, and not without end.
    private func keptSnapshots() async throws {
        func names() async throws -> [String] {
            try await control("GET", "snapshots").list.compactMap { $0["name"] as? String }.sorted()
        }
        func isListed(_ name: String) -> String {
            "[...document.querySelectorAll('#control td')].some(cell => cell.textContent === '\(name)')"
        }
        try await click("Reset to the inventory…", in: "#control")
        try await confirm()
        try await browser.wait(for: isListed("before-reset-1"))
        try await click("Restore first", in: "#control")
        try await confirm()
        try await browser.wait(for: isListed("before-restore-2"))
        try await click("Reset to the inventory…", in: "#control")
        try await confirm()
        try await browser.wait(for: isListed("before-reset-3"))
        #expect(try await names() == ["before-reset-1", "before-reset-3", "before-restore-2", "first"])
        for number in 4...6 { try await control("POST", "snapshots", ["name": "before-reset-\(number)"]) }
        // The oldest goes, unless it is what is wanted.
        try await go("machines")
        try await go("control")
        try await browser.wait(for: isListed("before-reset-6"))
        try await click("Restore before-reset-1", in: "#control")
        try await confirm()
        try await browser.wait(for: isListed("before-restore-7"))
        #expect(
            try await names() == [
                "before-reset-1", "before-reset-3", "before-reset-4", "before-reset-5", "before-reset-6",
                "before-restore-7", "first",
            ])
    }

    /// Snapshots, faults, failures and sandboxes by form.
    func controls() async throws {
        try await go("control")
        try await browser.wait(for: "document.querySelector('#control code').innerText === '\(emulator.endpoint)'")
        #expect(try await shown("#control").contains(emulator.adminKey))
        try await send("#control form", ["name": "first"])
        try await browser.wait(for: "document.querySelector('#control').innerText.includes('first')")
        try await browser.run(
            "document.querySelectorAll('#control details').forEach(details => { details.open = true; })")
        try await send(
            "#control form:has([name=effect])",
            ["operation": "MachineHandler.deploy", "effect": "status", "status": "503", "count": "2", "body": "busy"])
        try await browser.wait(for: "document.querySelector('#control').innerText.includes('\"status\":503')")
        #expect(try await shown("#control pre").contains("\"operation\": \"MachineHandler.deploy\""))
        let rules = try await control("GET", "faults").list
        #expect((rules.last?["rule"] as? [String: Any])?["body"] as? String == "busy")
        try await send("#control form:has([name=step])", ["step": "deploy", "machine": "node02", "how": "stall"])
        try await browser.wait(for: "document.querySelector('#control').innerText.includes('never ends')")
        try await keptSnapshots()
        try await send("#control form:has([name=seed])", ["clock": "manual", "seed": "7"])
        try await browser.wait(for: "document.querySelector('#control').innerText.includes('sandbox-1')")
        try await click("Look into sandbox-1", in: "#control")
        try await browser.wait(for: "document.querySelectorAll('#machines [data-key]').length === 15")
        #expect(try await browser.text("document.getElementById('sandbox').value") == "sandbox-1")
        try await control("DELETE", "faults")
        try await control("DELETE", "sandboxes/sandbox-1")
        try await browser.wait(for: "document.querySelector('#alarm').innerText.includes('sandbox-1 was removed')")
        try await browser.wait(for: "document.getElementById('sandbox').value === ''")
        try await browser.run("document.querySelector('#alarm button')?.click()")
    }
}
