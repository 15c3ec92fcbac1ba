import Foundation
import HTTPClient
import ProgramTesting
import Testing

/// The page of a running emulator, as a person goes through it.
struct PageDriver {
    let browser: Browser
    var emulator: RunningEmulator

    /// Opens the page and waits until it is live.
    func open() async throws {
        try await browser.open("\(emulator.origin)/emulator/")
        try await browser.wait(for: "document.body.dataset.connection === 'live'")
        try await browser.wait(for: "document.querySelectorAll('#machines [data-key]').length > 5")
    }

    /// Goes to a view and waits until it is shown.
    func go(_ view: String) async throws {
        try await browser.run("location.hash = arguments[0]", "#\(view)")
        let name = view.split(separator: "/").first ?? ""
        try await browser.wait(for: "!document.getElementById('\(name)').hidden")
    }

    /// Presses a button by its name.
    func click(_ name: String, in view: String) async throws {
        let pressed = try await browser.run(
            """
            const found = [...document.querySelectorAll(`${arguments[1]} button`)]
              .find(made => !made.hidden && (made.getAttribute("aria-label") ?? made.textContent) === arguments[0]);
            found?.click();
            return Boolean(found);
            """, name, view)
        #expect(pressed as? Bool == true, "there is no button \(name) in \(view)")
    }

    /// Fills in a form's fields by their names and sends it.
    func send(_ form: String, _ values: [String: String]) async throws {
        let missing = try await browser.run(
            """
            const form = document.querySelector(arguments[0]);
            const missing = [];
            for (const [name, value] of Object.entries(arguments[1])) {
              const input = form.elements[name];
              if (!input) { missing.push(name); continue; }
              input.value = value;
              if (input.value !== value) missing.push(`${name}: ${value}`);
              input.dispatchEvent(new Event("input", {bubbles: true}));
            }
            form.requestSubmit();
            return missing.join();
            """, form, values)
        #expect(missing as? String == "", "\(form)")
    }

    /// What an element shows.
    func shown(_ selector: String) async throws -> String {
        try await browser.text("document.querySelector(\"\(selector)\").innerText")
    }

    func confirm() async throws {
        try await browser.wait(for: "document.getElementById('dialog').open")
        try await browser.run("document.querySelector('#dialog button.main').click()")
        try await browser.wait(for: "!document.getElementById('dialog').open")
    }
}

extension PageDriver {
    /// The list of machines, one of them, and what can be done with it.
    func machines() async throws {
        #expect(try await browser.number("document.querySelectorAll('#machines [data-key]').length") == 15)
        try await browser.run(
            """
            const search = document.querySelector("#machines input[type=search]");
            search.value = "node0 az1";
            search.dispatchEvent(new Event("input"));
            """)
        #expect(try await shown("#machines .count").hasPrefix("3 of 15"))
        try await browser.run(
            """
            document.querySelector("#machines a").click();
            """)
        try await browser.wait(for: "document.querySelector('#machine-title').textContent === 'node01'")
        try await browser.wait(for: "document.querySelectorAll('#machine tbody tr').length >= 4")
        try await click("Allocate", in: "#machine")
        try await browser.wait(for: "document.querySelector('#machine .status').innerText.includes('Allocated')")
        try await browser.wait(
            for: "document.querySelector('#machine').innerText.includes('POST /MAAS/api/2.0/machines/?op=allocate')")
        try await click("Deploy…", in: "#machine")
        try await confirm()
        try await browser.wait(for: "document.querySelector('#machine .status').innerText.includes('Deploying')")
        var steps = 0
        while try await !shown("#machine .status").contains("Deployed"), steps < 20 {
            steps += 1
            let before = try await shown("#now")
            try await click("To the next thing due", in: "header")
            try await browser.wait(
                for: """
                    document.querySelector('#now').innerText !== '\(before)' \
                    || document.querySelector('#machine .status').innerText.includes('Deployed')
                    """)
        }
        #expect(try await shown("#machine .status").contains("Deployed"))
        try await go("machines")
        try await browser.run(
            """
            const search = document.querySelector("#machines input[type=search]");
            search.value = "";
            search.dispatchEvent(new Event("input"));
            """)
    }
}
