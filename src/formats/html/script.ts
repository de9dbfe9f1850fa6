/**
 * What the page does: the note of what the pointer or the keyboard's focus is on, and all places of one person together.
 *
 * It listens on the whole document, so that it serves text that is put in later as well. Without it the page has all of it still: beside
 * the text, and as descriptions of the marks.
 */
export const SCRIPT = `(()=>{
const d=document;let tip,at,timer;
const make=()=>{tip=d.createElement('div');tip.id='cd-tip';tip.className='cd-tip';tip.hidden=true;tip.setAttribute('aria-hidden','true');d.body.append(tip);
tip.addEventListener('pointerenter',()=>clearTimeout(timer));tip.addEventListener('pointerleave',later)};
const unmark=()=>d.querySelectorAll('.cd-same').forEach(e=>e.classList.remove('cd-same'));
const same=e=>{unmark();const root=e.closest('.cd-root')||d;for(const k of['p','d']){const v=e.dataset[k];
if(v!==undefined)root.querySelectorAll('[data-'+k+'="'+v+'"]').forEach(o=>o.classList.add('cd-same'))}};
const hide=()=>{clearTimeout(timer);at=null;if(tip)tip.hidden=true;unmark()};
const later=()=>{clearTimeout(timer);timer=setTimeout(()=>{const f=d.activeElement;f&&f.matches('[data-note]')&&f.matches(':focus-visible')?show(f):hide()},140)};
const show=(e,x)=>{clearTimeout(timer);same(e);const note=e.dataset.note&&d.getElementById(e.dataset.note);
if(!note){if(tip)tip.hidden=true;at=e;return}
if(at===e&&tip&&!tip.hidden)return;at=e;if(!tip)make();tip.replaceChildren(...note.cloneNode(true).childNodes);tip.hidden=false;place(x)};
const place=x=>{const boxes=[...at.getClientRects()],box=boxes.find(b=>x&&x.y>=b.top-2&&x.y<=b.bottom+2)||boxes[0];if(!box)return hide();
const w=tip.offsetWidth,h=tip.offsetHeight,room=d.documentElement.clientWidth;
const left=Math.max(8,Math.min(box.left,room-w-8)),below=box.bottom+8+h<=innerHeight||box.top-8-h<0;
tip.style.left=left+scrollX+'px';tip.style.top=(below?box.bottom+8:box.top-8-h)+scrollY+'px'};
const of=t=>t instanceof Element?t.closest('[data-note]')||t.closest('[data-p],li[data-d]'):null;
d.addEventListener('pointerover',v=>{const e=of(v.target);if(e)show(e,{y:v.clientY});else if(at&&!(tip&&tip.contains(v.target)))later()});
d.addEventListener('focusin',v=>{const e=of(v.target);if(e&&v.target.matches(':focus-visible'))show(e);else if(!e)hide()});
d.addEventListener('focusout',later);
d.addEventListener('click',v=>{const e=of(v.target);if(e&&e.dataset.note)show(e,{y:v.clientY})});
d.addEventListener('keydown',v=>{if(v.key==='Escape')hide()});
addEventListener('scroll',()=>at&&tip&&!tip.hidden&&place(),{capture:true,passive:true});addEventListener('resize',hide);addEventListener('hashchange',hide);
})()`

/** The SHA-256 of the script in base64, by which the page's security policy knows it from any other. */
export const SCRIPT_HASH = '1/bQ/xXZYjxzvCKPwRK0dr+s0CeF/C9/LSTT1ZzDtbU='
