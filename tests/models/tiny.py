"""A language model of random numbers before a real server: llama.cpp's own, from xllamacpp.

    python -m tests.models.tiny FOLDER        prints its address, and serves until it is ended

It is made anew each time, of a fixed seed, in a moment; nothing of it is kept in the repository.
What it says is no language. It proves the wire, the stream and the falling back, and nothing else.
"""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import gguf
import numpy as np

NAME = "tiny-random"
WIDTH, LAYERS, HEADS, INNER, CONTEXT = 64, 2, 4, 128, 2048
SEED = 7
SPECIAL = 3  # tokens before the bytes, and those before the words
WORDS = """
you the a to it was and of that in night shift home door tired quiet said still not with your had
long words sister ward kitchen morning left hand one more again before after hour sleep
"""
PATIENCE_SECONDS = 60


def write(path: Path) -> None:
    """Write the model: a llama of two layers whose weights mean nothing."""
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256))]
    kinds = [2, 3, 3, *[6] * 256]
    for word in (*(f"▁{one}" for one in WORDS.split()), ".", ",", "?", "\n"):
        tokens.append(word)
        kinds.append(1)
    file = gguf.GGUFWriter(path, "llama")
    file.add_name(NAME)
    file.add_context_length(CONTEXT)
    file.add_embedding_length(WIDTH)
    file.add_block_count(LAYERS)
    file.add_feed_forward_length(INNER)
    file.add_head_count(HEADS)
    file.add_head_count_kv(HEADS)
    file.add_layer_norm_rms_eps(1e-5)
    file.add_rope_dimension_count(WIDTH // HEADS)
    file.add_vocab_size(len(tokens))
    file.add_tokenizer_model("llama")
    file.add_token_list(tokens)
    file.add_token_scores([0.0] * len(tokens))
    file.add_token_types(kinds)
    file.add_bos_token_id(1)
    file.add_eos_token_id(2)
    file.add_chat_template("{% for m in messages %}{{ m['content'] }}\n{% endfor %}")
    for name, shape in _shapes(len(tokens)):
        file.add_tensor(name, _random(name, shape))
    file.write_header_to_file()
    file.write_kv_data_to_file()
    file.write_tensors_to_file()
    file.close()


def _shapes(size: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield "token_embd.weight", (size, WIDTH)
    yield "output.weight", (size, WIDTH)
    yield "output_norm.weight", (WIDTH,)
    for layer in range(LAYERS):
        square = ("attn_q", "attn_k", "attn_v", "attn_output")
        yield from ((f"blk.{layer}.{name}.weight", (WIDTH, WIDTH)) for name in square)
        yield from ((f"blk.{layer}.{name}.weight", (WIDTH,)) for name in ("attn_norm", "ffn_norm"))
        yield f"blk.{layer}.ffn_gate.weight", (INNER, WIDTH)
        yield f"blk.{layer}.ffn_up.weight", (INNER, WIDTH)
        yield f"blk.{layer}.ffn_down.weight", (WIDTH, INNER)


def _random(name: str, shape: tuple[int, ...]) -> np.ndarray:
    if len(shape) == 1:
        return np.ones(shape, dtype=np.float32)
    dice = np.random.default_rng([SEED, *name.encode()])
    weights = dice.normal(0, shape[-1] ** -0.5, shape).astype(np.float32)
    if name == "output.weight":  # it says words rather than bytes, and seldom ends
        weights[: SPECIAL + 256] = 0
        weights *= 4
    return weights


@contextmanager
def tiny_server(folder: Path) -> Iterator[str]:
    """Serve the tiny model as long as it is needed; give the address of its API."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.models.tiny", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    killer = threading.Timer(PATIENCE_SECONDS, process.kill)
    killer.start()
    try:
        assert process.stdout is not None
        address = next((line for line in process.stdout if line.startswith("http")), "")
        killer.cancel()
        assert address, "the tiny model's server did not start"
        yield address.strip()
    finally:
        killer.cancel()
        process.kill()
        process.wait()


def main(folder: Path) -> None:
    """Write the model into a folder, serve it, and say where."""
    import xllamacpp

    model = folder / "tiny.gguf"
    write(model)
    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(model)
    wanted.model_alias = [NAME]
    wanted.hostnames = ["127.0.0.1"]
    wanted.port = 0
    wanted.n_ctx = CONTEXT
    wanted.n_parallel = 1
    wanted.cpuparams.n_threads = 1
    wanted.ui = False
    wanted.offline = True
    wanted.warmup = False
    server = xllamacpp.Server(wanted)
    print(f"{server.listening_address}/v1", flush=True)  # noqa: T201 - who started us waits for it
    threading.Event().wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
