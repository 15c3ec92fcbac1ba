import Foundation
import ProgramTesting
import Testing

/// What the page owes to whoever cannot see it, or does not want things to move.
extension PageDriver {
    /// axe-core finds nothing in any view, at both sizes, in both colours; nor in a question that is asked.
    func rules() async throws {
        try await Axe.load(into: browser)
        let id = try #require(try await control("GET", "machines").list.first?["system_id"] as? String)
        _ = try await emulator.admin("GET", "zones/")
        let latest = try #require(try await control("GET", "journal?limit=1").list.first?["id"] as? Int)
        for view in Self.views + ["machine/\(id)", "request/\(latest)"] {
            try await go(view)
            try await browser.run("document.querySelectorAll('details').forEach(details => { details.open = true; })")
            for width in [390, 1400] {
                try await browser.resize(width)
                for dark in [false, true] {
                    try await browser.prefer(dark: dark)
                    let found = try await Axe.violations(in: browser)
                    #expect(found == [], "\(view) \(width) dark: \(dark): \(found)")
                }
            }
        }
        try await go("control")
        try await click("Reset to the inventory…", in: "#control")
        try await browser.wait(for: "document.getElementById('dialog').open")
        let found = try await Axe.violations(in: browser)
        #expect(found == [], "a question: \(found)")
        try await browser.press(Browser.Key.escape)
        try await browser.wait(for: "!document.getElementById('dialog').open")
        try await browser.prefer(dark: false)
    }

    /// Nothing moves for those who want nothing to.
    func motion() async throws {
        try await go("hosts")
        try await browser.wait(for: "document.querySelector('#hosts .fill')")
        for wish in ["no-preference", "reduce"] {
            try await browser.chromium(
                "Emulation.setEmulatedMedia", ["features": [["name": "prefers-reduced-motion", "value": wish]]])
            let moving = try await browser.number(
                """
                [...document.querySelectorAll("*")].map(element => getComputedStyle(element)).filter(style =>
                  parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0
                  || style.scrollBehavior === "smooth").length
                """)
            #expect((moving > 0) == (wish == "no-preference"), "\(wish): \(moving)")
        }
    }

    /// An emulator with a token: it is asked for, again when it was wrong, and remembered for the session.
    func token() async throws {
        let guarded = try RunningEmulator("--control-token", "open sesame", "--clock", "manual", "--log", "off")
        try await browser.open("\(guarded.origin)/emulator/")
        try await browser.wait(for: "document.getElementById('dialog').open")
        #expect(try await shown("#dialog").contains("--control-token"))
        #expect(try await browser.text("document.activeElement.name") == "token")
        #expect(try await browser.number("document.querySelectorAll('#machines [data-key]').length") == 0)
        try await send("#dialog form", ["token": "guessed"])
        try await browser.wait(for: "document.querySelector('#dialog').innerText.includes('has refused the token')")
        try await send("#dialog form", ["token": "open sesame"])
        try await browser.wait(for: "document.body.dataset.connection === 'live'")
        try await browser.wait(for: "document.querySelectorAll('#machines [data-key]').length === 15")
        try await browser.open("\(guarded.origin)/emulator/")
        try await browser.wait(for: "document.querySelectorAll('#machines [data-key]').length === 15")
        #expect(try await browser.number("document.getElementById('dialog').open ? 1 : 0") == 0)
        #expect(try await !browser.text("document.documentElement.outerHTML").contains("open sesame"))
        // Who opens what a client is given is led here.
        try await browser.open("\(guarded.endpoint)/")
        try await browser.run("document.querySelector('a[href=\"/emulator/\"]').click()")
        try await browser.wait(for: "document.querySelectorAll('#machines [data-key]').length === 15")
    }

    /// Ten thousand machines scroll, and the document holds those that can be seen. What the emulator answers for one of
    /// them is repeated in the browser: making so many costs a build for tests a minute.
    func tenThousand() async throws {
        try await browser.chromium(
            "Page.addScriptToEvaluateOnNewDocument",
            [
                "source": """
                const real = window.fetch;
                window.fetch = async (address, ...rest) => {
                  const answer = await real(address, ...rest);
                  if (!String(address).endsWith("/emulator/machines")) return answer;
                  const [row] = await answer.json();
                  const many = Array.from({length: 10000}, (_, index) => ({...row, system_id: `m${index}`, hostname: `m-${index}`}));
                  return new Response(JSON.stringify(many));
                };
                """
            ])
        try await browser.open("\(emulator.origin)/emulator/")
        try await browser.wait(for: "document.querySelector('#machines .count').innerText === '10000 machines'")
        let seen = try await browser.run(
            """
            return (async () => {
              const body = document.querySelector("#machines .rows");
              const box = body.getBoundingClientRect();
              let most = 0, blank = 0, last = "";
              for (let place = 0; place <= body.scrollHeight; place += body.scrollHeight / 20) {
                body.scrollTop = place;
                await new Promise(requestAnimationFrame);
                await new Promise(requestAnimationFrame);
                most = Math.max(most, document.querySelectorAll("#machines [data-key]").length);
                const shown = document.elementFromPoint(box.left + 30, box.top + box.height / 2);
                if (!shown?.closest("[data-key]")) blank += 1;
              }
              body.scrollTop = body.scrollHeight;
              await new Promise(requestAnimationFrame);
              await new Promise(requestAnimationFrame);
              const end = document.elementFromPoint(box.left + 30, box.bottom - 12).closest("[data-key]");
              return [most, blank, end?.innerText.split("\\n")[0]].join();
            })();
            """)
        let parts = "\(seen)".split(separator: ",")
        let most = try #require(parts.first.flatMap { Int($0) })
        #expect(most > 10 && most < 60, "\(seen)")
        #expect(parts.dropFirst() == ["0", "m-9999"], "\(seen)")
        try await search("m-999")
        #expect(try await shown("#machines .count") == "11 of 10000 machines")
    }
}
