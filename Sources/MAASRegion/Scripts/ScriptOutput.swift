/// The output of scripts as files.
package enum ScriptOutput {
    package struct File {
        package let name: String
        package let text: String
        /// milliseconds since 1970
        package let changed: RegionTime
    }

    private static func isArchive(_ name: String) -> Bool {
        guard let range = name.range(of: ".tar") else { return false }
        return range.lowerBound > name.startIndex
    }

    /// The files of results by what of them is asked for; a word that MAAS does not know asks for nothing. Files of
    /// the same name replace each other.
    package static func files(of results: [ScriptResult], _ output: String, isArchive: Bool) -> [File] {
        var files: [File] = []
        func add(_ name: String, _ text: String, _ result: ScriptResult) {
            let file = File(name: name, text: text, changed: result.updated)
            if let index = files.firstIndex(where: { $0.name == name }) {
                files[index] = file
            } else {
                files.append(file)
            }
        }
        for result in results {
            if Self.isArchive(result.name) {
                add(result.name, result.output, result)
                continue
            }
            let parts: [(word: String, ending: String, text: String)] = [
                ("combined", "", result.output), ("stdout", ".out", result.stdout), ("stderr", ".err", result.stderr),
                ("result", ".yaml", result.result),
            ]
            for part in parts where output == "all" || output == part.word {
                add(title(result, part.ending, isArchive: isArchive), part.text, result)
            }
        }
        return files
    }

    private static func title(_ result: ScriptResult, _ ending: String, isArchive: Bool) -> String {
        var title = result.name + ending
        if let disk = result.blockDevice { title += isArchive ? "-\(disk)" : " - /dev/\(disk)" }
        if let interface = result.interface { title += isArchive ? "-\(interface)" : " - \(interface)" }
        return title
    }

    /// All files in one text: a single one as it is, several under their names.
    package static func text(_ files: [File]) -> String {
        if files.count == 1 { return files[0].text }
        return files.map { file in
            let dashes = String(repeating: "-", count: max(0, (80 - 2 - file.name.count) / 2))
            return "\(dashes) \(file.name) \(dashes)\n" + (isArchive(file.name) ? "Binary file" : file.text) + "\n"
        }.joined()
    }
}

/// A tar archive of plain files (POSIX ustar).
package enum TarArchive {
    package static func write(_ files: [ScriptOutput.File], under root: String) -> [UInt8] {
        var archive: [UInt8] = []
        for file in files {
            let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
            let contents = Array(file.text.utf8)
            archive += header("\(root)/\(name)", size: contents.count, changed: file.changed / 1000)
            archive += contents
            archive += [UInt8](repeating: 0, count: (512 - contents.count % 512) % 512)
        }
        // Two empty blocks end an archive, and archives are written in records of twenty blocks.
        archive += [UInt8](repeating: 0, count: 1024)
        return archive + [UInt8](repeating: 0, count: (10_240 - archive.count % 10_240) % 10_240)
    }

    private static func header(_ path: String, size: Int, changed: Int) -> [UInt8] {
        var block: [UInt8] = []
        func field(_ text: String, _ length: Int) {
            let bytes = Array(text.utf8.prefix(length))
            block += bytes + [UInt8](repeating: 0, count: length - bytes.count)
        }
        func octal(_ number: Int, _ length: Int) {
            let digits = String(number, radix: 8)
            field(String(repeating: "0", count: max(0, length - 1 - digits.count)) + digits, length)
        }
        field(path, 100)
        octal(0o644, 8)
        octal(0, 8)
        octal(0, 8)
        octal(size, 12)
        octal(changed, 12)
        field("        ", 8)
        field("0", 1)
        field("", 100)
        field("ustar", 6)
        field("00", 2)
        field("", 512 - block.count)
        let sum = block.reduce(0) { $0 + Int($1) }
        let digits = Array(String(sum, radix: 8).utf8)
        let checksum = [UInt8](repeating: UInt8(ascii: "0"), count: 6 - digits.count) + digits + [0, 0x20]
        block.replaceSubrange(148..<156, with: checksum)
        return block
    }
}
