import Foundation
import HTTPClient
import ProgramTesting
import Testing

/// What holds in every view: sizes, colours, keys, names that mean harm, and a server that goes away.
extension PageDriver {
    static let views = ["machines", "hosts", "networks", "requests", "control"]

    /// Every text of what is shown, against what it stands on.
    private static let contrast = """
        const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
        const colour = text => {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = text;
          canvas.fillRect(0, 0, 1, 1);
          return canvas.getImageData(0, 0, 1, 1).data;
        };
        const light = ([r, g, b]) => [r, g, b].map(part => part / 255)
          .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
          .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
        const ground = element => {
          for (let place = element; place; place = place.parentElement) {
            const found = colour(getComputedStyle(place).backgroundColor);
            if (found[3] > 250) return found;
          }
          return [255, 255, 255];
        };
        const poor = [];
        for (const element of document.querySelectorAll("body *")) {
          const hasText = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
          if (!(hasText || element.matches("input, select")) || !element.checkVisibility()) continue;
          const [a, b] = [light(colour(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
          const ratio = (a + 0.05) / (b + 0.05);
          if (ratio < 4.5) poor.push(`${element.tagName} ${element.className} "${element.textContent.slice(0, 30)}" ${ratio.toFixed(2)}`);
        }
        return [...new Set(poor)].slice(0, 5).join("; ");
        """

    /// At both sizes, in both colours: nothing sticks out to the side, and every text can be read.
    func looks() async throws {
        let ids = try await control("GET", "machines").list.compactMap { $0["system_id"] as? String }
        for view in Self.views + ["machine/\(ids[0])", "request/1"] {
            try await go(view)
            for width in [390, 1400] {
                try await browser.resize(width)
                let wide = try await browser.number("document.documentElement.scrollWidth")
                #expect(wide <= width, "\(view) at \(width)")
                for dark in [false, true] {
                    try await browser.prefer(dark: dark)
                    #expect(try await browser.run(Self.contrast) as? String == "", "\(view) \(width) dark: \(dark)")
                }
            }
        }
        try await browser.prefer(dark: false)
    }

    /// Whether everything that can be operated has a name, and every part of the page a landmark.
    func names() async throws {
        let unnamed = try await browser.run(
            """
            const name = element => element.getAttribute("aria-label") || element.textContent.trim() || element.labels?.[0]?.textContent;
            const bad = [...document.querySelectorAll("input, select, textarea, button, a[href]")].filter(element => !name(element));
            const outside = [...document.body.children].filter(element => !element.matches("a.skip, header, main, aside, dialog, noscript"));
            return [...bad, ...outside].map(element => element.outerHTML.slice(0, 100)).join();
            """)
        #expect(unnamed as? String == "")
        #expect(try await browser.number("document.querySelectorAll('main, header, nav').length") == 3)
    }

    /// From the top of the page to a deployed machine, and back, by keys alone.
    func keys() async throws {
        try await go("machines")
        try await browser.run("document.activeElement.blur(); scrollTo(0, 0)")
        func focused() async throws -> String { try await browser.text("document.activeElement.textContent.trim()") }
        try await browser.run("document.querySelector('#tab-control').focus()")
        var pressed = 0
        while try await browser.number("document.activeElement.closest('[data-key]') ? 1 : 0") == 0, pressed < 20 {
            try await browser.press(Browser.Key.tab)
            pressed += 1
        }
        #expect(pressed < 20, "the list cannot be reached by keys")
        let outline = try await browser.text("getComputedStyle(document.activeElement).outlineStyle")
        #expect(outline == "solid", "the focus can be seen")
        try await browser.press(Browser.Key.end, Browser.Key.home)
        pressed = 0
        while try await focused() != "node03", pressed < 10 {
            try await browser.press(Browser.Key.down)
            pressed += 1
        }
        let second = "node03"
        #expect(try await focused() == second)
        // What changes elsewhere does not take the focus away, and it stays on the machine.
        let machines = try await control("GET", "machines").list
        let other = try #require(machines.first { $0["hostname"] as? String == "node06" }?["system_id"] as? String)
        try await control("POST", "api", ["path": "machines/\(other)/", "op": "commission"])
        try await browser.wait(
            for: "document.querySelector('[data-key=\"\(other)\"]').innerText.includes('Commissioning')")
        #expect(try await focused() == second)
        try await browser.press(Browser.Key.enter)
        try await browser.wait(for: "document.activeElement.id === 'machine-title'")
        #expect(try await focused() == second)
        pressed = 0
        while try await focused() != "Deploy…", pressed < 12 {
            try await browser.press(Browser.Key.tab)
            pressed += 1
        }
        try await browser.press(Browser.Key.enter)
        try await browser.wait(for: "document.getElementById('dialog').open")
        try await browser.press(Browser.Key.escape)
        try await browser.wait(for: "!document.getElementById('dialog').open")
        #expect(try await focused() == "Deploy…", "the focus is back where it came from")
        try await browser.press(Browser.Key.enter)
        try await browser.wait(for: "document.getElementById('dialog').open")
        try await browser.press(Browser.Key.tab, Browser.Key.enter)
        try await browser.wait(for: "document.querySelector('#machine .status').innerText.includes('Deploying')")
        try await browser.run("history.back()")
        try await browser.wait(for: "document.activeElement.closest('#machines [data-key]')")
        #expect(try await focused() == second)
    }

    /// Names and notes that would be scripts if anything took them for HTML.
    func harm() async throws {
        let harm = "<img src=x onerror=\"window.harmed=1\"><script>window.harmed=1</script>"
        let id = try #require(try await control("GET", "machines").list.first?["system_id"] as? String)
        try await control("POST", "api", ["method": "PUT", "path": "machines/\(id)/", "form": ["description": harm]])
        try await control("POST", "snapshots", ["name": harm.replacing("/", with: "")])
        try await control("POST", "failures", ["step": "deploy", "reason": harm])
        try await control("POST", "faults", ["path": "nowhere/", "status": 400, "body": harm])
        _ = try await emulator.admin(
            "POST", "zones/", form: ["name": "z", "description": "%3Cscript%3Ewindow.harmed%3D1%3C/script%3E"])
        _ = try await emulator.admin("GET", "zones/%3Cimg%20src=x%20onerror=window.harmed=1%3E/")
        _ = try await emulator.admin("GET", "zones/?%3Cimg%20src=x%20onerror=window.harmed=1%3E=unread")
        try await control(
            "POST", "api",
            [
                "path": "nodes/\(id)/blockdevices/",
                "form": ["name": "harm", "model": harm, "serial": harm, "size": "1000000000", "block_size": "512"],
            ])
        let broken = try #require(try await control("GET", "machines").list.last?["system_id"] as? String)
        try await control(
            "POST", "api", ["path": "machines/\(broken)/", "op": "mark_broken", "form": ["comment": harm]])
        for view in Self.views + ["machine/\(broken)", "machine/\(id)"] {
            try await go(view)
            try await browser.run("return new Promise(done => setTimeout(done, 50))")
        }
        try await browser.wait(for: "document.querySelector('#machine .facts').innerText.includes('onerror')")
        try await browser.wait(for: "document.querySelector('#machine').innerText.split('onerror').length >= 4")
        try await go("requests")
        try await browser.run("document.querySelector('#requests a').click()")
        try await browser.wait(for: "document.querySelector('#request').innerText.includes('zones/')")
        #expect(try await browser.text("window.harmed ?? 'unharmed'") == "unharmed")
        #expect(try await browser.number("document.querySelectorAll('main img, main script').length") == 0)
    }

    /// The server is killed and started again: the page says so, both times, and is true again afterwards.
    mutating func loss() async throws {
        try await go("machines")
        let port = emulator.port
        _ = emulator.stop(SIGKILL)
        try await browser.wait(for: "document.body.dataset.connection === 'lost'")
        #expect(try await shown("#connection").contains("Connection lost"))
        emulator = try RunningEmulator("--listen", "127.0.0.1:\(port)", "--machines", "1000", "--clock", "manual")
        try await browser.wait(for: "document.body.dataset.connection === 'live'")
        #expect(try await shown("#connection") == "Connected again")
    }

    /// A thousand machines, of which the document holds those that can be seen.
    func thousand() async throws {
        try await browser.wait(for: "document.querySelector('#machines .count').innerText === '1000 machines'")
        #expect(try await browser.number("document.querySelectorAll('#machines [data-key]').length") < 60)
        try await browser.run("document.querySelector('#machines a').focus()")
        try await browser.press(Browser.Key.end)
        try await browser.wait(
            for: "document.activeElement.closest('[data-key]')?.getAttribute('aria-rowindex') === '1001'")
        #expect(try await browser.number("document.querySelectorAll('#machines [data-key]').length") < 60)
    }
}
