import Foundation
import HTTPClient
import ProgramTesting
import Testing

/// Time, what goes wrong in time, and what is seen of it.
extension PageDriver {
    /// Writes into the search of the machines.
    func search(_ words: String) async throws {
        try await choose("#machines input[type=search]", words, event: "input")
    }

    /// Gives a field a value as a person would.
    func choose(_ selector: String, _ value: String, event: String = "change") async throws {
        let taken = try await browser.run(
            """
            const field = document.querySelector(arguments[0]);
            field.value = arguments[1];
            field.dispatchEvent(new Event(arguments[2], {bubbles: true}));
            return field.value === arguments[1];
            """, selector, value, event)
        #expect(taken as? Bool == true, "\(selector) does not take \(value)")
    }

    private static let now = "Date.parse(document.querySelector('#now').innerText.replace(' ', 'T') + 'Z') / 1000"

    /// Advancing by seconds, and the modes, also one that another client has set.
    func clock() async throws {
        try await go("machines")
        let before = try await browser.number(Self.now)
        try await send("#advance", ["seconds": "90"])
        try await browser.wait(for: "\(Self.now) === \(before + 90)")
        try await browser.wait(for: "document.querySelector('#said').innerText.includes('1 min 30 s')")
        try await choose("#mode", "x60")
        try await browser.wait(for: "document.querySelector('#said').innerText === 'The clock is x60 now.'")
        #expect(try await control("GET", "clock").object["mode"] as? String == "x60")
        // It goes on by itself, without another word from the emulator.
        try await browser.wait(for: "\(Self.now) > \(before + 90)")
        try await choose("#mode", "manual")
        try await browser.wait(for: "document.querySelector('#said').innerText === 'The clock is manual now.'")
        try await browser.run("document.activeElement.blur()")
        try await control("POST", "clock", ["mode": "x7"])
        try await browser.wait(for: "document.getElementById('mode').value === 'x7'")
        try await control("POST", "clock", ["mode": "manual"])
        try await browser.wait(for: "document.getElementById('mode').value === 'manual'")
    }

    /// Only machines of the status asked for, also when one takes another.
    func statusFilter() async throws {
        try await go("machines")
        let machines = try await control("GET", "machines").list
        let ready = machines.filter { $0["status"] as? String == "Ready" }.compactMap { $0["system_id"] as? String }
        try await choose("#machines select", "Ready")
        #expect(try await shown("#machines .count") == "\(ready.count) of \(machines.count) machines")
        let others =
            "[...document.querySelectorAll('#machines [data-key]')].filter(row => !row.innerText.includes('Ready'))"
        #expect(try await browser.number("\(others).length") == 0)
        let first = try #require(ready.first)
        try await control("POST", "api", ["path": "machines/\(first)/", "op": "commission"])
        try await browser.wait(
            for:
                "document.querySelector('#machines .count').innerText === '\(ready.count - 1) of \(machines.count) machines'"
        )
        #expect(
            try await browser.text("document.querySelector('#machines select').selectedOptions[0].text")
                == "Ready (\(ready.count - 1))")
        #expect(try await browser.number("document.querySelectorAll('#machines [data-key=\"\(first)\"]').length") == 0)
        try await control("POST", "api", ["path": "machines/\(first)/", "op": "abort"])
        try await choose("#machines select", "")
        #expect(try await shown("#machines .count") == "\(machines.count) machines")
    }

    /// A machine's own form: its next deployment fails with the words given, its next commissioning never ends.
    func ownFailures() async throws {
        let machine = try #require(
            try await control("GET", "machines").list.first { $0["status"] as? String == "Ready" })
        let id = try #require(machine["system_id"] as? String)
        try await go("machine/\(id)")
        for (step, reason, button) in [("deploy", "the disk is full", "fail"), ("commission", "", "stall")] {
            try await choose("#machine form [name=step]", step)
            try await choose("#machine form [name=reason]", reason)
            try await browser.run(
                "document.querySelector(`#machine form button[value=${arguments[0]}]`).click()", button)
            try await browser.wait(
                for: "document.querySelector('#said').innerText.includes('The next \(step) will')")
        }
        let failures = try await control("GET", "failures").list
        #expect(failures.map { $0["machine"] as? String } == [id, id])
        #expect(failures.map { $0["step"] as? String } == ["deploy", "commission"])
        #expect(failures.map { $0["stalls"] as? Bool } == [false, true])
        try await control("POST", "api", ["path": "machines/", "op": "allocate", "form": ["system_id": id]])
        try await control("POST", "api", ["path": "machines/\(id)/", "op": "deploy"])
        try await control("POST", "clock", ["advance": 7200])
        try await browser.wait(
            for: "document.querySelector('#machine .status').innerText.includes('Failed deployment')")
        try await browser.wait(for: "document.querySelector('#machine').innerText.includes('the disk is full')")
        try await control("POST", "api", ["path": "machines/\(id)/", "op": "release"])
        try await control("POST", "clock", ["advance": 7200])
        try await control("POST", "api", ["path": "machines/\(id)/", "op": "commission"])
        try await control("POST", "clock", ["advance": 1200])
        try await browser.wait(for: "document.querySelector('#machine .status').innerText.includes('Commissioning')")
        #expect(try await control("GET", "failures").list.isEmpty)
    }

    /// A VM host with more cores given away than it has; then with more than it may.
    func overCommitted() async throws {
        let hosts = try await control("GET", "api?path=vm-hosts/").list
        let host = try #require(hosts.first { $0["name"] as? String == "vmhost3" })
        let (id, name) = (try #require(host["id"] as? Int), "vmhost3")
        let cores = try #require((host["total"] as? [String: Any])?["cores"] as? Int)
        try await control(
            "POST", "api", ["method": "PUT", "path": "vm-hosts/\(id)/", "form": ["cpu_over_commit_ratio": "4"]])
        // Each may have as many as there are, and the host may give away four times that.
        for _ in 1...2 {
            try await control(
                "POST", "api",
                ["path": "vm-hosts/\(id)/", "op": "compose", "form": ["cores": "\(cores)", "memory": "1024"]])
        }
        try await go("hosts")
        let gauge = "document.querySelector('article[aria-label=\(name)] .gauge')"
        try await browser.wait(
            for: """
                \(gauge)?.innerText.includes('\(cores * 2) of \(cores) used, \(cores * 2) free, over-commit ×4, over-committed')
                """)
        #expect(try await browser.text("\(gauge).querySelector('.fill').style.width") == "50%")
        try await control(
            "POST", "api", ["method": "PUT", "path": "vm-hosts/\(id)/", "form": ["cpu_over_commit_ratio": "1"]])
        try await browser.wait(for: "\(gauge).innerText.includes('\(cores) too much')")
        #expect(try await browser.text("\(gauge).querySelector('.fill').className") == "fill full")
        #expect(try await browser.text("\(gauge).querySelector('.fill').style.width") == "100%")
    }

    /// The log has the clients' requests, and nothing of what an open page reads.
    func quiet() async throws {
        for view in ["hosts", "networks"] {
            try await go(view)
            let before = emulator.errors.split(separator: "\n").count
            for number in 1...3 {
                _ = try await emulator.admin(
                    "POST", "subnets/", form: ["cidr": "10.\(view.count).\(number).0/24", "vlan": "5001"])
            }
            try await control("GET", "clock")
            if view == "networks" {
                try await browser.wait(for: "document.querySelector('#networks').innerText.includes('10.8.3.0/24')")
            }
            let lines = emulator.errors.split(separator: "\n").dropFirst(before)
            #expect(lines.count == 4, "\(lines.joined(separator: "\n"))")
        }
    }
}
