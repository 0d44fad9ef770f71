"""Each shell's side of completion: its script, how it quotes, how it wants the candidates written."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from textwrap import shorten
from typing import TYPE_CHECKING

from kehoach_cli.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from typer._click.shell_completion import CompletionItem

_HELP_WIDTH = 60

# Every script asks the program with the line up to the cursor and gets one candidate a line, each
# ready to be put in; `:files` and `:dirs` ask the shell for its own paths. ASCII only: PowerShell 5
# reads its profile in the code page of the machine.
SCRIPTS = {
    "bash": r"""_kehoach_completion() {
    local reply
    COMPREPLY=()
    while IFS= read -r reply; do
        reply=${reply%$'\r'}
        case $reply in
            :files) compopt -o default 2>/dev/null ;;
            :dirs) compopt -o dirnames -o filenames 2>/dev/null ;;
            *) COMPREPLY+=("$reply") ;;
        esac
    done < <(_KEHOACH_COMPLETE=complete_bash _KEHOACH_LINE="${COMP_LINE:0:COMP_POINT}" \
        _KEHOACH_BREAKS="$COMP_WORDBREAKS" "$1" 2>/dev/null)
}
complete -o nosort -F _kehoach_completion kehoach kehoach.exe 2>/dev/null ||
    complete -F _kehoach_completion kehoach kehoach.exe
""",
    "zsh": r"""#compdef kehoach
_kehoach() {
    local reply option typed="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX"
    local -a replies values shown
    replies=("${(@f)$(_KEHOACH_COMPLETE=complete_zsh _KEHOACH_LINE="$typed" "${words[1]}" 2>/dev/null)}")
    for reply in "${replies[@]}"; do
        case $reply in
            '') ;;
            :files) _files; return ;;
            :dirs) _files -/; return ;;
            :list) compstate[insert]=''; compstate[list]='list force' ;;
            *) values+=("${reply%%$'\t'*}"); shown+=("${reply#*$'\t'}") ;;
        esac
    done
    (( $#values )) || return 1
    [[ $PREFIX == --*=* ]] && option="${PREFIX%%=*}="
    compadd -U -P "$option" -l -V kehoach -d shown -a values
}
if [[ $funcstack[1] == _kehoach ]]; then
    _kehoach "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _kehoach kehoach
fi
""",
    "fish": r"""function __kehoach_complete
    set -l typed (commandline -cp)
    set -l replies (env _KEHOACH_COMPLETE=complete_fish _KEHOACH_LINE="$typed" kehoach 2>/dev/null)
    switch "$replies[1]"
        case ''
        case :files
            __fish_complete_path (commandline -ct)
        case :dirs
            __fish_complete_directories (commandline -ct)
        case '*'
            printf '%s\n' $replies
    end
end
complete -c kehoach -k -f -a '(__kehoach_complete)'
""",
    "powershell": r"""Register-ArgumentCompleter -Native -CommandName kehoach, kehoach.exe -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $length = $cursorPosition - $commandAst.Extent.StartOffset
    $line = $commandAst.ToString().PadRight($length).Substring(0, $length)
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        $env:_KEHOACH_COMPLETE = 'complete_powershell'
        $env:_KEHOACH_LINE = $line
        & $commandAst.CommandElements[0].Value 2>$null | ForEach-Object {
            $part = $_ -split "`t"
            if ($part.Count -eq 3) {
                [System.Management.Automation.CompletionResult]::new(
                    $part[0], $part[1], 'ParameterValue', $part[2])
            }
        }
    } finally {
        $env:_KEHOACH_COMPLETE = $null
        $env:_KEHOACH_LINE = $null
        [Console]::OutputEncoding = $encoding
    }
}
""",
}


@dataclass(frozen=True)
class Line:
    """A command line up to the cursor: complete words, then the word being typed.

    `word` is what the shell would pass on, `raw` what stands there; `quote` is the quote still open
    and `before` the part of `word` that stood before it.
    """

    words: list[str]
    word: str
    raw: str
    quote: str
    before: str


def script(shell: str) -> str:
    """The text a person puts into the start-up file of that shell."""
    return SCRIPTS[shell]


def read_line(text: str, shell: str) -> Line:
    """Split a line by the quoting of its shell; an open quote or escape at the end is no error."""
    escape = "`" if shell == "powershell" else "\\"
    words: list[str] = []
    word = raw = quote = before = ""
    signs = iter(text)
    for sign in signs:
        if sign in " \t\n" and not quote:
            words += [word] if raw else []
            word = raw = before = ""
            continue
        raw += sign
        if sign == escape and quote != "'":
            following = next(signs, "")
            raw += following
            literal = quote and shell != "powershell" and following not in '"\\$`'
            word += sign + following if literal else following
        elif sign == quote:
            quote = ""
        elif sign in "'\"" and not quote:
            quote, before = sign, word
        else:
            word += sign
    return Line(words, word, raw, quote, before)


def reply(shell: str, found: Sequence[CompletionItem], line: Line, breaks: str) -> str:
    """The candidates as the script of that shell reads them; `breaks` is bash's COMP_WORDBREAKS."""
    if found and found[0].type in ("file", "dir"):
        return f":{found[0].type}s\n"
    rows = [(str(item.value), shorten(item.help or "", _HELP_WIDTH, placeholder="…")) for item in found]
    if shell == "bash":
        lines = _bash([value for value, _ in rows], line, breaks)
    else:
        lines = _WRITERS[shell](rows, line)
    return "".join(f"{text}\n" for text in lines)


def _option_and_value(word: str) -> tuple[str, str]:
    """`--agency=Ph` as («--agency=», «Ph»); any other word is all value."""
    option, equals, value = word.partition("=")
    return (f"{option}=", value) if equals and option.startswith("-") else ("", word)


def _grows(values: Sequence[str], typed: str) -> bool:
    """Whether what all values begin with holds what is typed, so that the shell may put it in."""
    return len(values) < 2 or fold(_common(values)).startswith(fold(typed))  # noqa: PLR2004


def _common(texts: Sequence[str]) -> str:
    """What all texts begin with."""
    pairs = zip(min(texts), max(texts), strict=False)
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _bash(values: Sequence[str], line: Line, breaks: str) -> list[str]:
    """Readline replaces only what follows an open quote or the last break sign, so only that is sent."""
    option, typed = _option_and_value(line.word)
    texts = [_bash_text(option + value, option, line, breaks) for value in values]
    replies = [text for text in texts if text is not None]
    if len(replies) > 1 and (not _grows(values, typed) or _common(replies).endswith("\\")):
        replies.append(" ")  # nothing in common: bash lists the names and leaves what is typed alone
    return replies


def _bash_text(whole: str, option: str, line: Line, breaks: str) -> str | None:
    """One value quoted for the place it goes to; None where it cannot be put in (after a closed quote)."""
    if line.quote:
        special = '"\\$`' if line.quote == '"' else ""
        tail = "".join("\\" + c if c in special else c for c in whole[len(line.before) :])
        return tail if whole.startswith(line.before) else None
    if '"' in line.raw or "'" in line.raw:
        return None
    text = option + "".join(c if _is_plain(c) else "\\" + c for c in whole[len(option) :])
    cut = _after_last_break(line.raw, breaks)
    return text[cut:] if text.startswith(line.raw[:cut]) else None


def _is_plain(sign: str) -> bool:
    return not sign.isascii() or sign.isalnum() or sign in "_-./,+"


def _after_last_break(raw: str, breaks: str) -> int:
    """Where readline's own word begins inside the shell's word: after the last unescaped break sign."""
    places = [i for i, sign in enumerate(raw) if sign in breaks and raw[max(i - 1, 0)] != "\\"]
    return places[-1] + 1 if places else 0


def _zsh(rows: Sequence[tuple[str, str]], line: Line) -> list[str]:
    """Value and what the list shows; zsh quotes by itself. `:list`: show the names, put nothing in."""
    _, typed = _option_and_value(line.word)
    lines = [f"{value}\t{value}  ({text})" if text else f"{value}\t{value}" for value, text in rows]
    return lines if _grows([value for value, _ in rows], typed) else [":list", *lines]


def _fish(rows: Sequence[tuple[str, str]], line: Line) -> list[str]:
    """Value and description.

    Fish drops what does not hold the letters typed, so a name found without its diacritics is offered
    as typed, completed without diacritics: commands read that as well.
    """
    option, typed = _option_and_value(line.word)
    lines = []
    for value, text in rows:
        if typed.lower() in value.lower():
            lines.append(f"{option}{value}\t{text}" if text else f"{option}{value}")
        else:
            begin, _, end = fold(value).partition(fold(typed))
            lines.append(f"{option}{begin}{typed}{end}\t{value}")
    return lines


def _powershell(rows: Sequence[tuple[str, str]], line: Line) -> list[str]:
    """Text to put in, text for the list, tooltip (never empty); quoted unless it is a plain word."""
    option, _ = _option_and_value(line.word)
    return [f"{option}{_powershell_text(value)}\t{value}\t{text or value}" for value, text in rows]


def _powershell_text(value: str) -> str:
    if all(c.isascii() and (c.isalnum() or c in "_-./") for c in value):
        return value
    return "'" + "".join(c * 2 if c in "'‘’‚‛" else c for c in value) + "'"


_WRITERS: dict[str, Callable[[Sequence[tuple[str, str]], Line], list[str]]] = {
    "zsh": _zsh,
    "fish": _fish,
    "powershell": _powershell,
}
