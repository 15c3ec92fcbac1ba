/// A column, a setting or our own data hold a value that this version of the emulator knows nothing of.
package struct StoredValueError: Error, CustomStringConvertible, Sendable {
    package let column: String
    package let value: String

    package init(column: String, value: String) {
        self.column = column
        self.value = value
    }

    package var description: String { "unknown value \(value) in \(column)" }
}
