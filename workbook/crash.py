"""What is said of an error in the program itself: where it happened, and never what the reader wrote."""


def crash_report(error: BaseException) -> str:
    """One plain line, and one for each frame: file, line and function.

    Neither the message of `error` nor any value: `int(text)` that fails quotes the text.
    """
    lines = [f"something went wrong inside the program ({type(error).__name__}); please report these lines"]
    trace = error.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        lines.append(f"  {code.co_filename}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    return "\n".join(lines)
